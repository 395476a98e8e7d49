package org.shilpi.quality;

/// What can be done about a finding at once, and undone.
public enum Mend {
  /// The affected texts take no part any more.
  SET_ASIDE,
  /// The affected texts become training texts.
  MOVE_TO_TRAINING,
  /// The affected texts are written anew, as the finding proposes.
  REWRITE,
  /// The affected texts get the label that the finding proposes.
  RELABEL
}
