package org.shilpi.worker;

import java.io.IOException;
import org.shilpi.deploy.ExportTask;
import org.shilpi.deploy.Exporter;
import org.shilpi.job.JobContext;

/// Exports in a Java process of its own.
public final class WorkerExporter implements Exporter {
  private final Conversation conversation;

  public WorkerExporter() {
    this(new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime));
  }

  WorkerExporter(Conversation conversation) {
    this.conversation = conversation;
  }

  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public void export(ExportTask task, JobContext context) throws IOException {
    var last = conversation.holdAside(new Request.Export(task), context);
    if (!(last instanceof Message.Exported)) {
      throw new IllegalStateException("an export was answered with " + last);
    }
  }
}
