package org.shilpi.data;

import java.util.Locale;
import java.util.Optional;

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

  /// The part that goes by this name in data sets, regardless of case.
  public static Optional<Split> named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(TRAIN);
      case "validation", "valid", "val", "dev" -> Optional.of(VALIDATION);
      case "test" -> Optional.of(TEST);
      case "none", "" -> Optional.of(NONE);
      default -> Optional.empty();
    };
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
