package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.train.TrainingEvent;

/// One request to a worker, from its start to the last word, in the thread of the one who asks.
final class Conversation {
  private static final Duration TICK = Duration.ofMillis(100);

  private final WorkerCommand command;
  private final Limits limits;
  private final LongSupplier nanos;

  /// @param nanos a clock like [System#nanoTime()]
  Conversation(WorkerCommand command, Limits limits, LongSupplier nanos) {
    this.command = command;
    this.limits = limits;
    this.nanos = nanos;
  }

  /// Returns the worker's last message, which is [Message.Trained] or [Message.Scored].
  ///
  /// @param folder where the worker's log goes; must exist
  /// @throws CancelledException if the context was cancelled, or this thread interrupted
  /// @throws Problem the worker's own, or one that tells how the worker was lost
  /// @throws IOException if the worker's work ended in one
  Message hold(Request request, Path folder, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    context.checkCancelled();
    var loss = new Loss(request, folder);
    try (var worker = WorkerProcess.of(command, folder, request)) {
      var last = listen(worker, context, events, loss);
      worker.exit(limits.exit());
      return switch (last) {
        case Message.Cancelled() ->
            throw context.cancelled() ? new CancelledException() : loss.stopped();
        case Message.Refused(var key, var arguments) -> throw Problem.of(key, arguments.toArray());
        case Message.Broke(boolean io, var what) -> {
          if (io) {
            throw new IOException(what);
          }
          throw new IllegalStateException("the worker broke: " + what);
        }
        default -> last;
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /// The same for work whose log nobody needs: it goes where it is taken away again.
  Message holdAside(Request request, JobContext context) throws IOException {
    // Readable by this user alone, as every temporary folder that Java makes.
    var folder = Files.createTempDirectory("shilpi-worker-");
    try {
      return hold(request, folder, context, event -> {});
    } finally {
      Disk.delete(folder);
    }
  }

  private Message listen(
      WorkerProcess<Message> worker, JobContext context, Consumer<TrainingEvent> events, Loss loss)
      throws InterruptedException {
    var silence = new Patience(limits.silence(), nanos);
    @Nullable Patience stopping = null;
    while (true) {
      var message = worker.next(TICK).orElse(null);
      if (message != null) {
        silence.heard();
      }
      switch (message) {
        case Message.Told(var event) -> events.accept(event);
        case Message.Reported(var progress) -> context.report(progress);
        case Message.Alive(long rssMb) -> {}
        case null -> {
          if (worker.finished()) {
            var exit = worker.exit(limits.exit());
            throw stopping != null
                ? new CancelledException()
                : exit.map(loss::ended).orElseGet(loss::silent);
          }
          if (silence.lost()) {
            throw stopping != null ? new CancelledException() : loss.silent();
          }
        }
        default -> {
          return message;
        }
      }
      if (stopping == null && context.cancelled()) {
        stopping = new Patience(limits.stop(), nanos);
        worker.cancel();
      } else if (stopping != null && stopping.lost()) {
        // Its last checkpoint is whole, however old: the run can be resumed from there.
        throw new CancelledException();
      }
    }
  }
}
