package org.shilpi.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchesTest {
  @Test
  void losesNothingAndKeepsTheOrder() {
    List<Integer> arrived = new ArrayList<>();
    try (Batches<Integer> batches = new Batches<>(arrived::addAll)) {
      IntStream.range(0, 10_000).forEach(batches::add);
    }
    assertThat(arrived).hasSize(10_000).isSorted();
  }

  @Test
  void addingNeverWaitsForTheSink() {
    CountDownLatch added = new CountDownLatch(1);
    List<Integer> arrived = new ArrayList<>();
    try (Batches<Integer> batches =
        new Batches<>(things -> {
          try {
            added.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          arrived.addAll(things);
        })) {
      IntStream.range(0, 2_000).forEach(batches::add);
      added.countDown();
    }
    assertThat(arrived).hasSize(2_000);
  }

  @Test
  void tellsWhoeverClosesThatTheSinkFailed() {
    Batches<String> batches =
        new Batches<>(things -> {
          throw new IllegalStateException("disk full");
        });
    batches.add("one");
    assertThatThrownBy(batches::close).hasMessage("disk full");
  }
}
