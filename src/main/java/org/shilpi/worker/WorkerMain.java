package org.shilpi.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shilpi.job.CancelledException;
import org.shilpi.job.Problem;
import org.shilpi.job.ProcessMemory;
import org.shilpi.job.Progress;
import org.shilpi.train.ScoringTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker's side of a run: serves one request and ends. See the package for the protocol.
public final class WorkerMain {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerMain.class);

  private static final Duration LAST_WORDS = Duration.ofSeconds(60);

  private final Duration lastWords;
  private final Outbox outbox;
  private final WorkerContext context;
  private final Engine engine;
  private final AtomicBoolean orphan = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);

  private WorkerMain(OutputStream out, Engine engine, Duration lastWords) {
    this.lastWords = lastWords;
    this.outbox = new Outbox(out, this::orphaned);
    this.context = new WorkerContext(outbox::send, System::nanoTime);
    this.engine = engine;
  }

  /// Serves the request that comes in on a stream, telling everything on the other, which should be
  /// the process's own: what the process prints otherwise goes to the standard error from now on.
  ///
  /// @return the exit status for the process, which should end at once: 0 if the request was
  ///   answered in any way, 1 if the work broke, 2 if there was no request
  public static int run(InputStream in, OutputStream out, Engine engine) {
    return run(in, out, engine, LAST_WORDS);
  }

  /// @param lastWords how long a checkpoint may take once the parent is gone or the system ends the
  ///   process
  static int run(InputStream in, OutputStream out, Engine engine, Duration lastWords) {
    System.setOut(System.err);
    return new WorkerMain(out, engine, lastWords).serve(new LineReader(in, Wire.LONGEST));
  }

  private int serve(LineReader in) {
    try {
      var line = in.next();
      var request = line == null ? null : Wire.request(line).orElse(null);
      if (request == null) {
        return 2;
      }
      Thread.ofPlatform().daemon().name("control").start(() -> listen(in));
      try (var beat =
          Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())) {
        beat.scheduleAtFixedRate(
            () -> outbox.send(new Message.Alive(ProcessMemory.now())), 0, 1, TimeUnit.SECONDS);
        // Ctrl+C in a terminal reaches the worker too: it must not lose its checkpoint to it.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopInGoodOrder));
        var answer = answer(request);
        beat.shutdownNow();
        outbox.send(answer);
        return answer instanceof Message.Broke ? 1 : 0;
      }
    } catch (IOException e) {
      LOG.error("the request could not be read", e);
      return 2;
    } finally {
      finished.countDown();
    }
  }

  private Message answer(Request request) {
    try {
      return switch (request) {
        case Request.Train(var task) -> {
          try (var claim = Claim.of(task.run(), this::tellWaiting)) {
            LOG.debug("trains under {}", claim);
            yield new Message.Trained(
                engine
                    .trainer()
                    .train(task, context, event -> outbox.send(new Message.Told(event))));
          }
        }
        case Request.Foretell(var tasks) ->
            new Message.Foretold(engine.forecaster().forecast(tasks, context));
        case Request.Score score -> {
          ScoreFile.write(engine.scorer().score(task(score), context), score.scores());
          yield new Message.Scored();
        }
        case Request.Export(var task) -> {
          engine.exporter().export(task, context);
          yield new Message.Exported();
        }
        case Request.Survey(Path task, Path survey) -> {
          SurveyFile.write(engine.surveyor().survey(SurveyFile.readTask(task), context), survey);
          yield new Message.Surveyed();
        }
      };
    } catch (CancelledException e) {
      return new Message.Cancelled();
    } catch (Problem e) {
      LOG.info("refused", e);
      return new Message.Refused(e.key(), Wire.portable(e.arguments()));
    } catch (OutOfMemoryError e) {
      // Outside of the heap, where the process lives on: see WorkerCommand for the heap's.
      LOG.error("out of memory", e);
      return new Message.Refused("problem.worker.memory", List.of());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("the work broke", e);
      return new Message.Broke(e instanceof IOException, e.toString());
    }
  }

  private void tellWaiting() {
    context.report(Progress.unknown("progress.worker.waiting"));
  }

  private static ScoringTask task(Request.Score score) throws IOException {
    return new ScoringTask(
        score.run(),
        score.baseModel(),
        TextFile.read(score.texts()),
        score.baselines(),
        score.latencySamples(),
        score.device());
  }

  private void listen(LineReader in) {
    try {
      for (var line = in.next(); line != null; line = in.next()) {
        if (line.strip().equals(Wire.CANCEL)) {
          context.cancel();
        }
      }
    } catch (IOException e) {
      LOG.warn("the parent cannot be heard any more", e);
    }
    orphaned();
  }

  /// The parent is gone: one checkpoint, then the end, by force if need be.
  private void orphaned() {
    if (orphan.getAndSet(true)) {
      return;
    }
    context.cancel();
    Thread.ofPlatform()
        .daemon()
        .name("last words")
        .start(() -> {
          awaitEnd();
          Death.now(1);
        });
  }

  /// The Java that goes down waits for this. A worker that is still at work then must not be left
  /// to it, see [Death].
  private void stopInGoodOrder() {
    context.cancel();
    if (!awaitEnd()) {
      Death.now(Loss.TERMINATE);
    }
  }

  private boolean awaitEnd() {
    try {
      boolean ended = finished.await(lastWords.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        LOG.warn("no checkpoint within {}: the process ends without", lastWords);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
