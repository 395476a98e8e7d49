package org.shilpi.quality;

import org.shilpi.data.Judgement;
import org.shilpi.data.Split;

/// What checks need to know of all texts at once, in 25 bytes a text.
final class Roll {
  private final long[] ids;
  private final int[] verdicts;
  private final Split[] splits;
  private final int[] threads;
  private final FirstSeen groups;

  Roll(int rows) {
    ids = new long[rows];
    verdicts = new int[rows];
    splits = new Split[rows];
    threads = new int[rows];
    groups = new FirstSeen(rows);
  }

  void see(int row, Item item) {
    ids[row] = item.id();
    verdicts[row] = verdict(item.judgement());
    splits[row] = item.split();
    threads[row] = item.group().isEmpty() ? row : groups.row(hash(item.group()), row);
  }

  // Two judgements of equal texts share a hash once in four thousand million times.
  private static int verdict(Judgement judgement) {
    if (judgement instanceof Judgement.None) {
      return 0;
    }
    int hash = judgement.hashCode();
    return hash == 0 ? 1 : hash;
  }

  private static long hash(String group) {
    long hash = 0;
    for (int i = 0; i < group.length(); i++) {
      hash = (hash ^ group.charAt(i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return hash;
  }

  int size() {
    return ids.length;
  }

  long id(int row) {
    return ids[row];
  }

  boolean judged(int row) {
    return verdicts[row] != 0;
  }

  boolean agree(int row, int other) {
    return verdicts[row] == verdicts[other];
  }

  Split split(int row) {
    return splits[row];
  }

  /// The first row of every row's thread, itself where it belongs to none.
  int[] threads() {
    return threads;
  }

  /// The one of several copies that should stay: the first that somebody judged, else the first.
  int keeper(int[] rows) {
    for (int row : rows) {
      if (judged(row)) {
        return row;
      }
    }
    return rows[0];
  }

  /// Whether two of the rows were judged differently.
  boolean differ(int[] rows) {
    int keeper = keeper(rows);
    for (int row : rows) {
      if (judged(row) && !agree(row, keeper)) {
        return true;
      }
    }
    return false;
  }
}
