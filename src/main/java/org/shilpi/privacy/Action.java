package org.shilpi.privacy;

import java.util.Locale;

/// What is done about a finding.
public enum Action {
  /// Its kind's name stands in its place: `[PERSON]`.
  MASK,
  /// Something made up stands in its place, the same wherever it is met.
  PSEUDONYM,
  /// Less exact: a year for a date of birth, a network for an address in it.
  GENERALISE,
  LEAVE;

  /// Name for commands and files.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
