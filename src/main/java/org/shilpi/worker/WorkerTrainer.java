package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// Trains in a Java process of its own: a crash or a kill there loses at most what came after the
/// last checkpoint. The worker's own words are kept in `<run>/worker.log`.
public final class WorkerTrainer implements Trainer {
  private final Conversation conversation;

  public WorkerTrainer() {
    this(new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime));
  }

  WorkerTrainer(Conversation conversation) {
    this.conversation = conversation;
  }

  /// @param events called on the thread that called this method
  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    Files.createDirectories(task.run());
    var last = conversation.hold(new Request.Train(task), task.run(), context, events);
    if (last instanceof Message.Trained(var result)) {
      return result;
    }
    throw new IllegalStateException("a training was answered with " + last);
  }
}
