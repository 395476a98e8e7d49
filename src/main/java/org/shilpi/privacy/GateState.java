package org.shilpi.privacy;

import java.util.Locale;

/// Whether a project's texts may be trained on.
public enum GateState {
  /// Some were not looked at yet.
  OPEN,
  /// All were looked at, and something was found that nobody dealt with.
  BLOCKED,
  /// All were looked at, and what was found was hidden or is no secret.
  PASSED,
  /// Somebody took the responsibility.
  WAIVED;

  /// Name for commands and files.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
