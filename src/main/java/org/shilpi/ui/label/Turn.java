package org.shilpi.ui.label;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Example;
import org.shilpi.job.Job;
import org.shilpi.job.JobContext;
import org.shilpi.workflow.LabelExamples;

/// One wish of the analyst: something is written, then the text that comes next is read. Run once
/// more after a failure, it writes only what is not on disk yet.
final class Turn implements Job<Desk> {
  /// Writes, and tells how to find the text that should lie on the desk then.
  @FunctionalInterface
  interface Move {
    Supplier<Optional<Example>> on(LabelExamples examples) throws Exception;
  }

  private final String name;
  private final LabelExamples examples;
  private final Move move;
  private volatile @Nullable Supplier<Optional<Example>> next;

  /// @param name for the log
  Turn(String name, LabelExamples examples, Move move) {
    this.name = name;
    this.examples = examples;
    this.move = move;
  }

  String name() {
    return name;
  }

  /// Whether it got as far as being on disk.
  boolean written() {
    return next != null;
  }

  @Override
  public Desk run(JobContext context) throws Exception {
    Supplier<Optional<Example>> after = next;
    if (after == null) {
      after = move.on(examples);
      next = after;
    }
    return Desk.read(examples, after.get());
  }
}
