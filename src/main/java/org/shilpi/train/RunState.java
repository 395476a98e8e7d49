package org.shilpi.train;

/// Where a run stands. RUNNING becomes INTERRUPTED when a project is opened and nobody is working
/// on it.
public enum RunState {
  RUNNING,
  INTERRUPTED,
  DONE,
  FAILED,
  CANCELLED
}
