package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// Trains in a Java process of its own: a crash or a kill there loses at most what came after the
/// last checkpoint. The worker's own words are kept in `<run>/worker.log`.
///
/// Where the kernel ended the worker because the machine ran out of memory, another one goes on
/// from the checkpoint at once, with batches in twice as many parts.
public final class WorkerTrainer implements Trainer {
  private static final int MOST_PARTS = 64;

  private final Conversation conversation;
  private final MemoryKills kills;

  public WorkerTrainer() {
    this(
        new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime),
        MemoryKills.ofThisMachine());
  }

  WorkerTrainer(Conversation conversation, MemoryKills kills) {
    this.conversation = conversation;
    this.kills = kills;
  }

  /// @param events called on the thread that called this method
  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    Files.createDirectories(task.run());
    var attempt = task;
    while (true) {
      long before = kills.count();
      try {
        return attempt(attempt, context, events);
      } catch (Problem lost) {
        if (!lost.key().equals(Loss.KILLED)
            || kills.count() == before
            || attempt.parts() >= MOST_PARTS) {
          throw lost;
        }
        attempt = attempt.inParts(2 * attempt.parts());
        events.accept(
            new TrainingEvent.Notice(
                "notice.worker.memory", List.of(Integer.toString(attempt.parts()))));
      }
    }
  }

  private TrainingResult attempt(
      TrainingTask task, JobContext context, Consumer<TrainingEvent> events) throws IOException {
    var last = conversation.hold(new Request.Train(task), task.run(), context, events);
    if (last instanceof Message.Trained(var result)) {
      return result;
    }
    throw new IllegalStateException("a training was answered with " + last);
  }
}
