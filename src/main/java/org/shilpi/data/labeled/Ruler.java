package org.shilpi.data.labeled;

import org.shilpi.data.Mark;
import org.shilpi.data.OddRow;

/// Turns a tool's count of characters in one text into Java's, and back.
final class Ruler {
  private final String text;
  private final boolean codePoints;

  private Ruler(String text, boolean codePoints) {
    this.text = text;
    this.codePoints = codePoints;
  }

  /// For tools that count code points, as Python does.
  static Ruler codePoints(String text) {
    // Where all characters are single code units, both counts are the same.
    return new Ruler(text, text.codePointCount(0, text.length()) != text.length());
  }

  /// For tools that count UTF-16 code units, as JavaScript does.
  static Ruler codeUnits(String text) {
    return new Ruler(text, false);
  }

  /// A mark between two places of the tool's count.
  ///
  /// @throws OddRow if the text has no such part
  Mark mark(long start, long end, String label) {
    int from = place(start);
    int to = place(end);
    if (to <= from) {
      throw new OddRow("rejected.mark-outside");
    }
    return new Mark(from, to, label);
  }

  private int place(long at) {
    if (at < 0 || at > text.length()) {
      throw new OddRow("rejected.mark-outside");
    }
    if (!codePoints) {
      return (int) at;
    }
    try {
      return text.offsetByCodePoints(0, (int) at);
    } catch (IndexOutOfBoundsException beyond) {
      throw new OddRow("rejected.mark-outside");
    }
  }

  /// The tool's count for a place in Java's.
  int count(int at) {
    return codePoints ? text.codePointCount(0, at) : at;
  }
}
