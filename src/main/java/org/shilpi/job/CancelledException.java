package org.shilpi.job;

import java.io.Serial;

/// Thrown by [JobContext#checkCancelled()]; ends a job as [Outcome.Cancelled].
public final class CancelledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public CancelledException() {
    super("cancelled", null, false, false);
  }
}
