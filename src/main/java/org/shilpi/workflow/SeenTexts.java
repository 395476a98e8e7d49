package org.shilpi.workflow;

import java.util.UUID;

/// Which texts were there already: eight to sixteen bytes a text. Holds half of every key; that two
/// different texts of a million share it happens in one of thirty million projects.
final class SeenTexts {
  private long[] table = new long[1 << 12];
  private int size;
  private boolean zero;

  /// @return whether it was not there yet
  boolean add(UUID key) {
    long half = key.getMostSignificantBits();
    if (half == 0) {
      boolean fresh = !zero;
      zero = true;
      return fresh;
    }
    if (2 * (size + 1) > table.length) {
      grow();
    }
    boolean fresh = put(table, half);
    size += fresh ? 1 : 0;
    return fresh;
  }

  private void grow() {
    long[] bigger = new long[table.length * 2];
    for (long half : table) {
      if (half != 0) {
        put(bigger, half);
      }
    }
    table = bigger;
  }

  // The bits are a hash already.
  private static boolean put(long[] table, long half) {
    int mask = table.length - 1;
    int at = (int) half & mask;
    while (table[at] != 0) {
      if (table[at] == half) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = half;
    return true;
  }
}
