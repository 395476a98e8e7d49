package org.shilpi.workflow;

import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// A part of a longer work, whose whole is a share of the longer one's.
///
/// @param from where it begins, 0 to 1
/// @param to where it ends, `from` to 1
record Stretch(JobContext whole, double from, double to) implements JobContext {
  @Override
  public void report(Progress progress) {
    double fraction = from + (to - from) * progress.fraction();
    whole.report(new Progress(fraction, progress.key(), progress.arguments(), progress.timeLeft()));
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }
}
