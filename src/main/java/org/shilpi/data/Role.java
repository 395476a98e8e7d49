package org.shilpi.data;

import java.util.Locale;
import java.util.Optional;

/// What a column holds.
public enum Role {
  TEXT,
  LABEL,
  DATE,
  GROUP,
  SENDER,
  TITLE,
  ID,
  /// The part that each row plays: train, validation or test.
  SPLIT,
  /// Kept with the text under the column's own name.
  KEEP,
  LEAVE_OUT;

  /// The field of the origin that it becomes.
  ///
  /// @param column the column's name
  public Optional<String> field(String column) {
    return switch (this) {
      case TEXT, LABEL, LEAVE_OUT -> Optional.empty();
      case DATE, GROUP, SENDER, TITLE, ID, SPLIT -> Optional.of(name().toLowerCase(Locale.ROOT));
      case KEEP ->
          Optional.of(column.startsWith(Roles.OWN) ? column.substring(Roles.OWN.length()) : column);
    };
  }
}
