package org.shilpi.project;

/// The steps of a project, in the order of the rail. Any can be opened at any time.
public enum Step {
  BASE_MODEL,
  DATA,
  LABEL,
  TRAIN,
  EVALUATE;

  /// How a step stands.
  public enum State {
    EMPTY,
    IN_PROGRESS,
    DONE,
    NEEDS_ATTENTION
  }
}
