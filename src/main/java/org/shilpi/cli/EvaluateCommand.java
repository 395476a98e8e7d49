package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Split;
import org.shilpi.evaluate.BaselineScore;
import org.shilpi.evaluate.ClassScore;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.text.Messages;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ReportEvaluation;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate DIR [--run ID] [--split test] [--report FILE]`: asks whether a run can be trusted.
@CommandLine.Command(name = "evaluate", mixinStandardHelpOptions = true)
final class EvaluateCommand extends Command {
  @Parameters(paramLabel = "DIR")
  Path folder;

  @Option(names = "--run", paramLabel = "ID")
  @Nullable Long run;

  @Option(names = "--split", defaultValue = "test", paramLabel = "PART")
  Split split;

  @Option(names = "--report", paramLabel = "FILE")
  @Nullable Path report;

  EvaluateCommand(Terminal terminal, CommandServices services) {
    super(terminal, services);
  }

  @Override
  void execute() throws Exception {
    try (ProjectSession session = ProjectSession.open(folder, services.clock())) {
      long id = RunChoice.of(session, run);
      Evaluation evaluation =
          new EvaluateModel(session, services.catalogue(), services.scorer())
              .run(id, split, terminal);
      if (report != null) {
        writeReport(terminal, services, session, id, report);
      }
      if (json) {
        terminal.json(EvaluationJson.of(id, evaluation));
      } else {
        tell(terminal, id, evaluation);
      }
    }
  }

  static void writeReport(
      Terminal terminal, CommandServices services, ProjectSession session, long run, Path file)
      throws IOException {
    Messages messages = terminal.messages();
    new ReportEvaluation(session, services.catalogue(), services.scorer())
        .run(
            run,
            file,
            new ReportEvaluation.Voice(
                messages.locale().getLanguage(), messages::of, ZoneId.systemDefault()));
    terminal.note("cli.evaluate.report", file.toAbsolutePath().toString());
  }

  /// The evaluation in words and a table.
  static void tell(Terminal terminal, long run, Evaluation evaluation) {
    terminal.say(
        "cli.evaluate.accuracy",
        String.valueOf(run),
        Figures.percent(evaluation.accuracy()),
        Figures.percent(evaluation.accuracyInterval().low()),
        Figures.percent(evaluation.accuracyInterval().high()),
        String.valueOf(evaluation.n()));
    for (BaselineScore baseline : evaluation.baselines()) {
      terminal.say(
          "cli.evaluate.baseline",
          terminal.messages().of("baseline." + baseline.name()),
          Figures.percent(baseline.accuracy()),
          Figures.percent(baseline.interval().low()),
          Figures.percent(baseline.interval().high()));
    }
    evaluation
        .latency()
        .ifPresent(latency ->
            terminal.say(
                "cli.evaluate.latency",
                Figures.seconds(latency.p50()),
                Figures.seconds(latency.p95())));
    terminal.say("cli.evaluate.head");
    for (ClassScore score : evaluation.perClass()) {
      terminal.line(
          String.format(
              "%10s %10s %10s %8d  %s",
              Figures.percent(score.precision()),
              Figures.percent(score.recall()),
              Figures.percent(score.f1()),
              score.support(),
              score.label()));
    }
  }
}
