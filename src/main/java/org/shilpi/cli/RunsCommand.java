package org.shilpi.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingResult;
import org.shilpi.workflow.ProjectSession;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `runs DIR`: lists a project's runs, newest first.
@CommandLine.Command(name = "runs", mixinStandardHelpOptions = true)
final class RunsCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  RunsCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      session
          .cutOff()
          .ifPresent(
              earlier -> terminal.note("cli.import.cut-off", earlier.name(), earlier.rows()));
      List<Run> runs = session.runs();
      if (json) {
        terminal.json(Map.of("runs", runs.stream().map(RunsCommand::json).toList()));
        return;
      }
      if (runs.isEmpty()) {
        terminal.say("cli.runs.none");
      }
      for (Run run : runs) {
        terminal.say(
            "cli.runs.line",
            String.valueOf(run.id()),
            run.spec().method().id(),
            terminal.messages().of("run.state." + run.state().name().toLowerCase(Locale.ROOT)),
            Figures.percent(
                run.result().map(TrainingResult::validationAccuracy).orElse(Double.NaN)),
            run.started().toString());
      }
    }
  }

  private static Map<String, Object> json(Run run) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("run", run.id());
    one.put("method", run.spec().method().id());
    one.put("state", run.state().name().toLowerCase(Locale.ROOT));
    one.put("seed", run.spec().seed());
    one.put("base", run.baseModel());
    one.put("data", run.fingerprint());
    one.put("started", run.started().toString());
    run.result()
        .ifPresent(result -> {
          one.put("seconds", result.seconds());
          one.put("validationAccuracy", JsonNumbers.orNull(result.validationAccuracy()));
        });
    return one;
  }
}
