package org.shilpi.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes single things without ever blocking and hands them on in batches, in order, on a thread of
/// its own: a trainer must not wait for the disk. Safe for use by several threads.
public final class Batches<T> implements AutoCloseable {
  private static final int MOST = 500;

  private sealed interface Item<T> {
    record Thing<T>(T value) implements Item<T> {}

    record End<T>() implements Item<T> {}
  }

  private final BlockingQueue<Item<T>> queue = new LinkedBlockingQueue<>();
  private final Consumer<List<T>> sink;
  private final Thread thread;
  private volatile @Nullable RuntimeException failure;

  public Batches(Consumer<List<T>> sink) {
    this.sink = sink;
    this.thread = Thread.ofVirtual().start(this::pump);
  }

  public void add(T thing) {
    queue.add(new Item.Thing<>(thing));
  }

  private void pump() {
    try {
      boolean open = true;
      while (open) {
        List<Item<T>> items = new ArrayList<>();
        items.add(queue.take());
        queue.drainTo(items, MOST - 1);
        List<T> things = new ArrayList<>();
        for (Item<T> item : items) {
          switch (item) {
            case Item.Thing<T>(T value) -> things.add(value);
            case Item.End<T>() -> open = false;
          }
        }
        if (!things.isEmpty() && failure == null) {
          hand(things);
        }
      }
    } catch (InterruptedException e) {
      failure = new IllegalStateException("nobody may interrupt this thread", e);
    }
  }

  // After a failure the rest is dropped, and whoever closes is told.
  private void hand(List<T> things) {
    try {
      sink.accept(things);
    } catch (RuntimeException broken) {
      failure = broken;
    }
  }

  /// Waits until everything was handed on.
  ///
  /// @throws RuntimeException what the sink threw first
  @Override
  public void close() {
    queue.add(new Item.End<>());
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
  }
}
