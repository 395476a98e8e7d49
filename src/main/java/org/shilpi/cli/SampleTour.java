package org.shilpi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingSpec;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.OpenSample;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ProjectSummary;
import org.shilpi.workflow.TrainModel;

/// The sample project from import to an honest evaluation, told in the terminal: what the run
/// command does where there is no display.
final class SampleTour {
  private static final String SAMPLE = "mail-triage";

  private final Terminal terminal;
  private final CommandServices services;

  SampleTour(Terminal terminal, CommandServices services) {
    this.terminal = terminal;
    this.services = services;
  }

  void run() throws IOException {
    terminal.say("cli.tour.no-display");
    Path sample = services.sampleData().resolve(SAMPLE);
    Path folder = Files.createTempDirectory("shilpi-").resolve(SAMPLE);
    try (ProjectSession session =
        new OpenSample(services.clock()).run(sample, folder, Catalogue.BUILT_IN, terminal)) {
      ProjectSummary summary = session.summary();
      terminal.say("cli.tour.project", folder.toString(), summary.texts(), summary.labeled());
      Run run =
          new TrainModel(session, services.catalogue(), services.trainer())
              .run(TrainingSpec.of(Method.QUICK), terminal, new EventLines(terminal));
      Evaluation evaluation =
          new EvaluateModel(session, services.catalogue(), services.scorer())
              .run(run.id(), Split.TEST, terminal);
      new EvaluationLines(terminal).tell(run.id(), evaluation);
      EvaluateCommand.writeReport(
          terminal, services, session, run.id(), folder.resolveSibling("report.html"));
    }
  }
}
