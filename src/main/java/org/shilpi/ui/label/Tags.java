package org.shilpi.ui.label;

import org.shilpi.ui.control.Glyphs;

/// How label names are said where there is little room.
final class Tags {
  private static final int MOST = 24;

  private Tags() {}

  /// The name itself, or its beginning.
  static String brief(String name) {
    String plain = Glyphs.plain(name);
    if (plain.length() <= MOST) {
      return plain;
    }
    int end = Character.isLowSurrogate(plain.charAt(MOST)) ? MOST - 1 : MOST;
    return plain.substring(0, end).strip() + "…";
  }
}
