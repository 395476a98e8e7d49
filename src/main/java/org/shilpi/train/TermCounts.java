package org.shilpi.train;

import java.util.Arrays;

/// In how many texts each term occurs: an open-addressing table from a term's hash to a count. When
/// it grows past its limit, the terms met only once so far are forgotten, so that a huge collection
/// cannot fill the memory.
final class TermCounts {
  private final int limit;
  private long[] terms = new long[1 << 16];
  private int[] counts = new int[1 << 16];
  private int size;

  /// @param limit most terms that are kept, at least 1
  TermCounts(int limit) {
    this.limit = limit;
  }

  void add(TermBag bag) {
    for (long term : bag.terms()) {
      add(term, 1);
    }
    int floor = 1;
    while (size > limit) {
      rebuild(terms.length, floor++);
    }
  }

  /// The most frequent terms, ascending by hash; among equally frequent ones at the edge, those
  /// with the smaller hash.
  long[] mostFrequent(int most) {
    int floor = floor(most);
    int above = 0;
    for (int count : counts) {
      above += count > floor ? 1 : 0;
    }
    var edge = new long[size];
    int edgeSize = 0;
    var kept = new long[Math.min(most, size)];
    int keptSize = 0;
    for (int slot = 0; slot < terms.length; slot++) {
      if (counts[slot] > floor) {
        kept[keptSize++] = terms[slot];
      } else if (counts[slot] == floor && floor > 0) {
        edge[edgeSize++] = terms[slot];
      }
    }
    Arrays.sort(edge, 0, edgeSize);
    System.arraycopy(edge, 0, kept, above, Math.min(edgeSize, kept.length - above));
    Arrays.sort(kept);
    return kept;
  }

  /// Texts that hold the term; 0 if it is not known.
  int count(long term) {
    return counts[slot(term)];
  }

  /// The smallest count such that at most `most` terms have a larger one.
  private int floor(int most) {
    var sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[Math.max(0, sorted.length - most)];
  }

  private void add(long term, int count) {
    int slot = slot(term);
    if (counts[slot] == 0) {
      terms[slot] = term;
      size++;
    }
    counts[slot] += count;
    if (size > terms.length / 2) {
      rebuild(2 * terms.length, 0);
    }
  }

  private int slot(long term) {
    int mask = terms.length - 1;
    int slot = (int) term & mask;
    while (counts[slot] > 0 && terms[slot] != term) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rebuild(int capacity, int floor) {
    var oldTerms = terms;
    var oldCounts = counts;
    terms = new long[capacity];
    counts = new int[capacity];
    size = 0;
    for (int slot = 0; slot < oldTerms.length; slot++) {
      if (oldCounts[slot] > floor) {
        add(oldTerms[slot], oldCounts[slot]);
      }
    }
  }
}
