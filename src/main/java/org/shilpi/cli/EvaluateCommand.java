package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Assessment;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
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
      if (report != null && session.task() != TaskKind.CLASSIFY) {
        throw Problem.of("problem.evaluate.report-task", session.task().id());
      }
      Assessment found =
          new EvaluateModel(session, services.catalogue(), services.scorer())
              .assess(id, split, terminal);
      if (report != null) {
        writeReport(terminal, services, session, id, report);
      }
      if (json) {
        terminal.json(
            switch (found) {
              case Evaluation evaluation -> EvaluationJson.of(id, evaluation);
              case TargetEvaluation evaluation -> TargetEvaluationJson.of(id, evaluation);
            });
      } else {
        new EvaluationLines(terminal).tell(id, found);
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
}
