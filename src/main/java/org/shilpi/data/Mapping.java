package org.shilpi.data;

import java.util.List;

/// Which column holds what.
///
/// @param text position of the text's column, from 0
/// @param label position of the label's column, or [#NONE]
public record Mapping(int text, int label) {
  /// The file has no such column.
  public static final int NONE = -1;

  /// Longest name of a label in characters.
  public static final int LONGEST_LABEL = 200;

  /// What a row turned out to be.
  public sealed interface Mapped {
    /// @param label empty where the text has none yet
    record Text(long number, String text, String label) implements Mapped {}

    record Bad(Rejected row) implements Mapped {}
  }

  /// Takes text and label out of a row, or says why it cannot come in. The text stays exactly as it
  /// was found; a label loses the spaces around it.
  public Mapped apply(Row row) {
    return switch (row) {
      case Rejected rejected -> new Mapped.Bad(rejected);
      case Row.Cells(long number, List<String> cells) -> apply(number, cells);
    };
  }

  private Mapped apply(long number, List<String> cells) {
    String found = cells.get(text);
    String name = label == NONE ? "" : cells.get(label).strip();
    String key = "";
    if (found.isBlank()) {
      key = "rejected.no-text";
    } else if (found.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
      key = "rejected.nul";
    } else if (loneSurrogate(found) || loneSurrogate(name)) {
      key = "rejected.character";
    } else if (name.length() > LONGEST_LABEL) {
      key = "rejected.label-too-long";
    }
    return key.isEmpty()
        ? new Mapped.Text(number, found, name)
        : new Mapped.Bad(new Rejected(number, String.join("\t", cells), Reason.of(key)));
  }

  // Half of a character, as careless JSON escapes leave it: no file could hold it again.
  private static boolean loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return true;
        }
        i++;
      }
    }
    return false;
  }
}
