package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.CancelledException;
import org.shilpi.job.Problem;
import org.shilpi.train.Forecast;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.workflow.ForecastTraining;
import org.shilpi.workflow.PrivacyGate;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.SearchKnobs;
import org.shilpi.workflow.TrainModel;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `train DIR [--method M] [--epochs N] [--seed S] [--device D] [--set knob=value]... [--resume ID]
/// [--search MINUTES] [--waive-privacy REASON] [--forecast]`: trains a run, searches good knobs for
/// one, or tells what each method would take.
@CommandLine.Command(name = "train", mixinStandardHelpOptions = true)
final class TrainCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--method", defaultValue = "quick", paramLabel = "M")
  Method method;

  @Option(names = "--epochs", paramLabel = "N")
  @Nullable Integer epochs;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "S")
  long seed;

  @Option(names = "--device", defaultValue = "auto", paramLabel = "D")
  String device;

  @Option(names = "--set", paramLabel = "KNOB=VALUE")
  Map<String, String> knobs = new LinkedHashMap<>();

  @Option(names = "--resume", paramLabel = "ID")
  @Nullable Long resume;

  @Option(names = "--search", paramLabel = "MINUTES")
  @Nullable Integer search;

  @Option(names = "--waive-privacy", paramLabel = "REASON")
  @Nullable String waivePrivacy;

  @Option(names = "--forecast")
  boolean forecast;

  TrainCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    if (epochs != null && epochs < 1) {
      throw Problem.of("problem.cli.epochs", String.valueOf(epochs));
    }
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      if (waivePrivacy != null) {
        new PrivacyGate(session).waive(PrivacyCommand.user(), waivePrivacy);
      }
      if (search != null) {
        search(session, search);
        return;
      }
      if (forecast) {
        forecast(session);
        return;
      }
      TrainModel verb = new TrainModel(session, services.catalogue(), services.trainer());
      EventLines lines = new EventLines(terminal);
      try {
        tell(
            resume == null
                ? verb.run(spec(), terminal, lines)
                : verb.resume(resume, terminal, lines));
      } catch (CancelledException e) {
        tellPaused(session);
        throw e;
      }
    }
  }

  private void tellPaused(ProjectSession session) {
    session.runs().stream()
        .filter(run -> resume == null || run.id() == resume)
        .findFirst()
        .filter(run -> run.state() == RunState.CANCELLED)
        .ifPresent(run -> terminal.note("cli.train.paused", String.valueOf(run.id())));
  }

  private void forecast(ProjectSession session) throws IOException {
    List<TrainingSpec> specs = Arrays.stream(Method.values()).map(this::spec).toList();
    List<Forecast> forecasts =
        new ForecastTraining(session, services.catalogue(), services.forecaster())
            .run(specs, terminal);
    if (json) {
      terminal.json(ForecastLines.json(forecasts));
    } else {
      new ForecastLines(terminal).table(forecasts);
    }
  }

  private void search(ProjectSession session, int minutes) throws IOException {
    if (minutes < 1) {
      throw Problem.of("problem.cli.minutes", String.valueOf(minutes));
    }
    SearchLines lines = new SearchLines(terminal);
    SearchKnobs.Found found;
    try {
      found =
          new SearchKnobs(session, services.catalogue(), services.trainer())
              .run(spec(), Duration.ofMinutes(minutes), terminal, lines);
    } catch (CancelledException e) {
      terminal.note("cli.search.paused");
      throw e;
    }
    session.events(found.best().id()).stream()
        .filter(event ->
            event instanceof TrainingEvent.Notice(var key, _) && key.equals("notice.train.time"))
        // An attempt that was stopped just then told it before.
        .distinct()
        .forEach(new EventLines(terminal));
    if (json) {
      terminal.json(SearchLines.json(found));
    } else {
      lines.table(found);
    }
  }

  private TrainingSpec spec() {
    return spec(method);
  }

  private TrainingSpec spec(Method depth) {
    TrainingSpec usual = TrainingSpec.of(depth);
    return new TrainingSpec(depth, epochs == null ? usual.epochs() : epochs, seed, device, knobs);
  }

  private void tell(Run run) {
    if (run.state() != RunState.DONE) {
      throw new IllegalStateException("run " + run.id() + " ended " + run.state());
    }
    TrainingResult result = run.result().orElseThrow();
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("run", run.id());
      object.put("seconds", result.seconds());
      object.put("examplesPerSecond", result.examplesPerSecond());
      object.put("peakRssMb", result.peakRssMb());
      object.put("bestEpoch", result.bestEpoch());
      Map<String, Object> validation = new LinkedHashMap<>();
      validation.put("accuracy", JsonNumbers.orNull(result.validationAccuracy()));
      validation.put("loss", JsonNumbers.orNull(result.validationLoss()));
      object.put("validation", validation);
      object.put("provenance", result.provenance());
      terminal.json(object);
    } else {
      terminal.say(
          "cli.train.done",
          String.valueOf(run.id()),
          Figures.percent(result.validationAccuracy()),
          Figures.seconds(result.seconds()),
          String.valueOf(result.peakRssMb()));
    }
  }
}
