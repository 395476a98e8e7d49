package org.shilpi.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;

@Timeout(30)
class JobRunnerTest {
  private final List<Outcome<String>> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final List<Progress> progress = Collections.synchronizedList(new ArrayList<>());

  @Test
  void handsOverTheValueOnce() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      runner.submit("greet", context -> "namaste", progress::add, outcomes::add).await();
    }
    assertThat(outcomes).containsExactly(new Done<>("namaste"));
  }

  @Test
  void handsOverEveryFailureEvenAnError() throws Exception {
    Error error = new OutOfMemoryError("as if");
    try (JobRunner runner = new JobRunner()) {
      runner
          .<String>submit(
              "break",
              context -> {
                throw error;
              },
              progress::add,
              outcomes::add)
          .await();
    }
    assertThat(outcomes).containsExactly(new Failed<>(error));
  }

  @Test
  void cancelStopsAJobAtItsNextCheck() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    try (JobRunner runner = new JobRunner()) {
      RunningJob job =
          runner.<String>submit(
              "wait",
              context -> {
                running.countDown();
                while (true) {
                  context.checkCancelled();
                  Thread.onSpinWait();
                }
              },
              progress::add,
              outcomes::add);
      running.await();
      job.cancel();
      job.await();
    }
    assertThat(outcomes).containsExactly(new Cancelled<>());
  }

  @Test
  void closeCancelsAndWaitsForTheOutcome() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    JobRunner runner = new JobRunner();
    runner.submit(
        "wait",
        context -> {
          running.countDown();
          while (!context.cancelled()) {
            Thread.onSpinWait();
          }
          return "stopped in good order";
        },
        progress::add,
        outcomes::add);
    running.await();
    runner.close();
    assertThat(outcomes).containsExactly(new Done<>("stopped in good order"));
    assertThatThrownBy(() -> runner.submit("late", context -> "", progress::add, outcomes::add))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSlowReceiverGetsTheNewestProgressAndNoneAfterTheOutcome() throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    CountDownLatch first = new CountDownLatch(1);
    List<Object> arrived = Collections.synchronizedList(new ArrayList<>());
    try (JobRunner runner = new JobRunner()) {
      runner
          .submit(
              "count",
              context -> {
                context.report(Progress.unknown("progress.count", 0));
                first.await();
                for (int i = 1; i <= 1_000; i++) {
                  context.report(Progress.unknown("progress.count", i));
                }
                reported.countDown();
                return "done";
              },
              value -> {
                arrived.add(value.arguments().getFirst());
                first.countDown();
                try {
                  reported.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              },
              arrived::add)
          .await();
    }
    assertThat(arrived).containsExactly(0, 1_000, new Done<>("done"));
  }

  @Test
  void theDirectRunnerIsOverWhenSubmitReturnsAndTellsTheTimeLeft() {
    AtomicLong now = new AtomicLong();
    JobRunner runner = JobRunner.direct(now::get);
    runner.submit(
        "half",
        context -> {
          context.report(Progress.of(0, "progress.half"));
          now.addAndGet(Duration.ofSeconds(3).toNanos());
          context.report(Progress.of(0.25, "progress.half"));
          return "done";
        },
        progress::add,
        outcomes::add);
    assertThat(outcomes).containsExactly(new Done<>("done"));
    assertThat(progress)
        .extracting(Progress::timeLeft)
        .containsExactly(Optional.empty(), Optional.of(Duration.ofSeconds(9)));
    runner.close();
  }

  @Test
  void aReceiverThatFailsDoesNotTakeTheRunnerWithIt() throws Exception {
    try (JobRunner runner = new JobRunner()) {
      RunningJob job =
          runner.submit(
              "fine",
              context -> "value",
              progress::add,
              outcome -> {
                throw new IllegalStateException("the receiver is broken");
              });
      job.await();
      runner.submit("next", context -> "next", progress::add, outcomes::add).await();
    }
    assertThat(outcomes).containsExactly(new Done<>("next"));
  }
}
