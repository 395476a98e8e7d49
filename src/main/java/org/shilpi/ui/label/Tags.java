package org.shilpi.ui.label;

/// How label names are said where there is little room.
final class Tags {
  private static final int MOST = 24;

  private Tags() {}

  /// The name itself, or its beginning.
  static String brief(String name) {
    if (name.length() <= MOST) {
      return name;
    }
    int end = Character.isLowSurrogate(name.charAt(MOST)) ? MOST - 1 : MOST;
    return name.substring(0, end).strip() + "…";
  }
}
