package org.shilpi.quality;

import java.util.Arrays;

/// Remembers in which row a key was seen first: a hash table of 12 to 16 bytes a row.
final class FirstSeen {
  private static final int NONE = -1;

  private final long[] keys;
  private final int[] rows;

  /// @param most rows at most
  FirstSeen(int most) {
    keys = new long[most];
    rows = new int[Math.max(2, Integer.highestOneBit(Math.max(1, most)) << 2)];
    Arrays.fill(rows, NONE);
  }

  /// The first row that had this key: the given one if no other had. Each row is asked for once.
  ///
  /// @param key evenly spread over all bits
  int row(long key, int row) {
    keys[row] = key;
    // Open addressing: half of the places at least are empty.
    int mask = rows.length - 1;
    int place = (int) key & mask;
    while (rows[place] != NONE) {
      if (keys[rows[place]] == key) {
        return rows[place];
      }
      place = (place + 1) & mask;
    }
    rows[place] = row;
    return row;
  }
}
