package org.shilpi.djl;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.train.TrainingEvent;

/// What a training tells the outside: events for the run's record, progress for who waits. Thinned,
/// so that whoever listens is never flooded.
final class Report {
  /// Nanoseconds between two events of a kind that may be thinned.
  private static final long GAP = 250_000_000;

  private final JobContext context;
  private final Consumer<TrainingEvent> events;
  private final LongSupplier nanos;
  private final long begin;
  private long lastPhase;
  private long lastStep;
  private String phase = "";

  /// @param nanos a clock that only goes forward
  Report(JobContext context, Consumer<TrainingEvent> events, LongSupplier nanos) {
    this.context = context;
    this.events = events;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.lastPhase = begin - GAP;
    this.lastStep = lastPhase;
  }

  JobContext context() {
    return context;
  }

  long nanos() {
    return nanos.getAsLong();
  }

  /// When this attempt at the run began, on the same clock.
  long begin() {
    return begin;
  }

  /// A context for work within a phase: it can be cancelled, and its progress becomes the phase's.
  JobContext within(DoubleConsumer phase) {
    return new JobContext() {
      @Override
      public void report(Progress progress) {
        if (!Double.isNaN(progress.fraction())) {
          phase.accept(progress.fraction());
        }
      }

      @Override
      public boolean cancelled() {
        return context.cancelled();
      }
    };
  }

  /// Begins a phase, see [TrainingEvent.Phase].
  ///
  /// @return takes the share of it that is done, 0 to 1
  DoubleConsumer phase(String name) {
    share(name, 0);
    return fraction -> share(name, fraction);
  }

  private void share(String name, double fraction) {
    long now = nanos.getAsLong();
    if (!name.equals(phase) || fraction == 1 || now - lastPhase >= GAP) {
      phase = name;
      lastPhase = now;
      events.accept(new TrainingEvent.Phase(name, fraction));
      context.report(Progress.of(fraction, "progress.train." + name));
    }
  }

  /// A step's event, unless there was one just now.
  ///
  /// @param last whether it must not be dropped
  void step(TrainingEvent.Step step, boolean last) {
    long now = nanos.getAsLong();
    if (last || now - lastStep >= GAP) {
      lastStep = now;
      events.accept(step);
      context.report(Progress.of((double) step.step() / step.steps(), "progress.train.steps"));
    }
  }

  void tell(TrainingEvent event) {
    events.accept(event);
  }

  void notice(String key, Object... arguments) {
    events.accept(
        new TrainingEvent.Notice(key, Arrays.stream(arguments).map(Object::toString).toList()));
  }

  /// Tells how many labeled parts of texts have no word of their own, if any.
  void lost(int spans) {
    if (spans > 0) {
      notice("notice.train.spans-lost", spans);
    }
  }

  /// Tells how many texts lost their end, if any, and how much that is.
  void cut(TextTokenizer.Tokens tokens, int maxLength) {
    if (tokens.cut() > 0) {
      notice("notice.train.cut", tokens.cut(), maxLength, tokens.lost());
    }
  }
}
