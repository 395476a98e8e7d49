package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingSpec;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportReport;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.TrainModel;

/// The sample project from import to an honest evaluation, told in the terminal: what the run
/// command does where there is no display.
final class SampleTour {
  private static final String SAMPLE = "mail-triage/mails.csv";

  private final Terminal terminal;
  private final CommandServices services;

  SampleTour(Terminal terminal, CommandServices services) {
    this.terminal = terminal;
    this.services = services;
  }

  void run() throws IOException {
    terminal.say("cli.tour.no-display");
    Path file = services.sampleData().resolve(SAMPLE);
    if (!Files.isRegularFile(file)) {
      throw Problem.of("problem.cli.no-sample", file);
    }
    Path folder = Files.createTempDirectory("shilpi-").resolve("mail-triage");
    try (ProjectSession session =
        ProjectSession.create(folder, TaskKind.CLASSIFY, Catalogue.BUILT_IN, services.clock())) {
      terminal.say("cli.tour.project", session.folder());
      ImportReport report = new ImportData(session).run(ImportRequest.of(file), terminal);
      terminal.say(
          "cli.import.done",
          report.imported(),
          report.rejected(),
          report.duplicates(),
          report.labels().size());
      Consumer<TrainingEvent> lines = new EventLines(terminal);
      Run run =
          new TrainModel(session, services.catalogue(), services.trainer())
              .run(TrainingSpec.of(Method.QUICK), terminal, lines);
      Evaluation evaluation =
          new EvaluateModel(session, services.catalogue(), services.scorer())
              .run(run.id(), Split.TEST, terminal);
      EvaluateCommand.tell(terminal, run.id(), evaluation);
    }
  }
}
