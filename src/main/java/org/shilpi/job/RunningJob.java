package org.shilpi.job;

/// A job that was handed to a [JobRunner]. Safe for use by several threads.
public interface RunningJob {
  String name();

  /// Asks the job to stop; it ends as [Outcome.Cancelled] at its next check, or with whatever it
  /// finished before. No thread is interrupted, since an interrupt closes files and databases under
  /// the hands of others.
  void cancel();

  /// Waits until the outcome was handed over.
  void await() throws InterruptedException;
}
