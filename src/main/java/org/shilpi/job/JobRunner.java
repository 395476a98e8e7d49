package org.shilpi.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs, each on a virtual thread of its own. Safe for use by several threads.
public final class JobRunner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  private final Executor executor;
  private final LongSupplier nanoTime;
  private final Set<Running<?>> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public JobRunner() {
    this(task -> Thread.ofVirtual().start(task), System::nanoTime);
  }

  private JobRunner(Executor executor, LongSupplier nanoTime) {
    this.executor = executor;
    this.nanoTime = nanoTime;
  }

  /// A runner for tests: a job is over, and its outcome handed over, when `submit` returns.
  public static JobRunner direct(LongSupplier nanoTime) {
    return new JobRunner(Runnable::run, nanoTime);
  }

  /// Starts a job.
  ///
  /// @param name for the log
  /// @param progress is handed the newest progress; older ones that it had no time for are dropped,
  ///   and none comes after the outcome. Where a share is known, the time left is filled in
  /// @param outcome is handed the end, exactly once
  public <R extends @Nullable Object> RunningJob submit(
      String name, Job<R> job, Consumer<Progress> progress, Consumer<Outcome<R>> outcome) {
    Running<R> started =
        new Running<>(name, job, new ProgressRelay(executor, progress, nanoTime), outcome);
    running.add(started);
    // Looked at after the job was made known, so that closing sees it or it sees the closing.
    if (closed) {
      running.remove(started);
      throw new IllegalStateException("no job can start after the runner was closed: " + name);
    }
    executor.execute(started);
    return started;
  }

  /// Cancels all jobs and waits until they have ended.
  @Override
  public void close() {
    closed = true;
    running.forEach(Running::cancel);
    boolean interrupted = false;
    for (Running<?> job : running) {
      while (true) {
        try {
          job.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Running<R extends @Nullable Object>
      implements RunningJob, JobContext, Runnable {
    private final String name;
    private final Job<R> job;
    private final ProgressRelay relay;
    private final Consumer<Outcome<R>> receiver;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean cancelled;

    Running(String name, Job<R> job, ProgressRelay relay, Consumer<Outcome<R>> receiver) {
      this.name = name;
      this.job = job;
      this.relay = relay;
      this.receiver = receiver;
    }

    @Override
    public void run() {
      try {
        Outcome<R> outcome = outcome();
        relay.finish();
        receiver.accept(outcome);
      } catch (RuntimeException | Error broken) {
        log.error("Whoever waited for job {} failed on its outcome", name, broken);
      } finally {
        running.remove(this);
        over.countDown();
      }
    }

    // Everything, also an Error: a job that dies silently is worse than any failure.
    private Outcome<R> outcome() {
      try {
        checkCancelled();
        return new Done<>(job.run(this));
      } catch (CancelledException e) {
        return new Cancelled<>();
      } catch (Problem problem) {
        log.info("Job {} met a problem: {}", name, problem.getMessage());
        return new Failed<>(problem);
      } catch (Throwable failure) {
        log.error("Job {} failed", name, failure);
        return new Failed<>(failure);
      }
    }

    @Override
    public void report(Progress progress) {
      relay.offer(progress);
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }

    @Override
    public void await() throws InterruptedException {
      over.await();
    }
  }
}
