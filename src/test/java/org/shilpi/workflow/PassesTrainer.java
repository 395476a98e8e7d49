package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.train.Trainer;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingTask;

/// A trainer without an engine that does passes of a second each, keeps their number as its
/// checkpoint, and learns best at a learning rate of 5e-5; above 1.5e-4 it breaks.
final class PassesTrainer implements Trainer {
  /// Passes done, by run and pass.
  final List<String> passes = new ArrayList<>();

  int dieAfter = Integer.MAX_VALUE;

  /// On which each pass takes a second.
  Clock clock() {
    Instant start = Instant.parse("2026-11-23T10:00:00Z");
    InstantSource source = () -> start.plusSeconds(passes.size());
    return source.withZone(ZoneOffset.UTC);
  }

  @Override
  public TrainingResult train(TrainingTask task, JobContext context, Consumer<TrainingEvent> events)
      throws IOException {
    double rate = Double.parseDouble(task.spec().knobs().getOrDefault("learningRate", "1e-4"));
    Path checkpoint = task.run().resolve("checkpoint");
    int done = Files.exists(checkpoint) ? Integer.parseInt(Files.readString(checkpoint)) : 0;
    double loss = 9;
    int begun = done;
    while (done < task.spec().epochs() && (task.seconds() == 0 || done - begun < task.seconds())) {
      if (context.cancelled()) {
        throw new CancelledException();
      }
      if (passes.size() == dieAfter) {
        throw Problem.of("problem.worker.killed");
      }
      if (rate > 1.5e-4) {
        throw Problem.of("problem.train.diverged", "1", "1");
      }
      events.accept(new TrainingEvent.Step(done + 1, 99, done, 1, rate, 1));
      done++;
      passes.add(task.run().getFileName() + ":" + done);
      loss = Math.abs(Math.log(rate / 5e-5)) + 1.0 / done;
      events.accept(new TrainingEvent.Epoch(done, loss, loss, 1 / (1 + loss), true));
      Files.writeString(checkpoint, String.valueOf(done));
      events.accept(new TrainingEvent.Checkpoint(done));
    }
    // The engine asks once more, before it keeps the model.
    if (context.cancelled()) {
      throw new CancelledException();
    }
    Files.delete(checkpoint);
    return new TrainingResult(1, 10, 1, done, 1 / (1 + loss), loss, Map.of());
  }
}
