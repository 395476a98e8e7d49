package org.shilpi.job;

/// What a [Job] may do while it runs: tell how far it is, and ask whether it should stop.
public interface JobContext {
  /// Tells how far the work is. Cheap: may be called for every row.
  void report(Progress progress);

  /// Whether somebody asked the work to stop.
  boolean cancelled();

  /// Stops the work where somebody asked for it.
  ///
  /// @throws CancelledException if the work should stop; whoever catches it must leave nothing half
  ///   done
  default void checkCancelled() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }

  /// A context for tests and for short work: reports go nowhere, nobody cancels.
  static JobContext quiet() {
    return new JobContext() {
      @Override
      public void report(Progress progress) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
