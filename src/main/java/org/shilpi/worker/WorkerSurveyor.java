package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import org.shilpi.job.JobContext;
import org.shilpi.project.Disk;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;
import org.shilpi.quality.Surveyor;

/// Surveys in a Java process of its own.
public final class WorkerSurveyor implements Surveyor {
  private final Conversation conversation;

  public WorkerSurveyor() {
    this(new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime));
  }

  WorkerSurveyor(Conversation conversation) {
    this.conversation = conversation;
  }

  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public Survey survey(SurveyTask task, JobContext context) throws IOException {
    // Readable by this user alone, as every temporary folder that Java makes.
    var folder = Files.createTempDirectory("shilpi-survey-");
    try {
      var request = new Request.Survey(folder.resolve("task"), folder.resolve("survey"));
      SurveyFile.write(task, request.task());
      conversation.hold(request, folder, context, event -> {});
      return SurveyFile.readSurvey(request.survey());
    } finally {
      Disk.delete(folder);
    }
  }
}
