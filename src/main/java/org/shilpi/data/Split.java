package org.shilpi.data;

import java.util.Locale;

/// Which part an example plays. The lower-case name is what files, the command line and the
/// database say.
public enum Split {
  /// Not decided by the user: a snapshot deals it out, stratified by label.
  NONE,
  /// The model learns from it.
  TRAIN,
  /// Kept back while training, to pick the best pass.
  VALIDATION,
  /// Never seen in training: the score rests on it.
  TEST;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
