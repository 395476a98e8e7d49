package org.shilpi.quality;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleConsumer;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;

/// Finds copies in time that grows with the number of texts, however alike they are.
///
/// 1. While the texts go by for the first time, equal ones are joined by their keys, and of every
///    other its [MinHash] keys are kept: 76 bytes a text.
/// 2. Each text is linked, in each band, to the text before it that has the same key.
/// 3. The texts go by again. Each is compared in full, by its pieces, with those it is linked to,
///    those first with which it shares most keys, and joined with those that are similar enough. So
///    no two texts are joined unless they are (precision is 1 by construction); what may be missed
///    are pairs that share no key (see [MinHash]).
///
/// Work on a text is bounded: links are followed for [#MOST_STEPS] steps in a band, and after
/// [#MOST_MISSES] comparisons in vain it is let go.
final class CopySearch {
  private static final int MOST_STEPS = 4;
  private static final int MOST_MISSES = 16;
  private static final int NONE = -1;

  private final int[][] bands;
  private final FirstSeen byKey;
  private final Families equal;
  private final Families near;
  private final MinHash hash = new MinHash();
  private final Shingles pieces = new Shingles();

  private final int[] candidates = new int[MinHash.BANDS * MOST_STEPS];
  private final int[] shared = new int[MinHash.BANDS * MOST_STEPS];

  CopySearch(int rows) {
    bands = new int[MinHash.BANDS][rows];
    byKey = new FirstSeen(rows);
    equal = new Families(rows);
    near = new Families(rows);
  }

  /// Takes the next text in, in the order of the rows.
  void see(int row, Item item) {
    int first = byKey.row(item.key().getMostSignificantBits(), row);
    if (first != row) {
      equal.join(first, row);
      near.join(first, row);
      return;
    }
    pieces.cut(TextKey.alike(item.text()));
    hash.take(pieces);
    for (int band = 0; band < bands.length; band++) {
      bands[band][row] = hash.key(band);
    }
  }

  /// Reads the texts once more and says which are copies.
  ///
  /// @param corpus whose texts were all seen
  /// @param progress share of the work done, 0 to 1
  Copies copies(Corpus corpus, JobContext context, DoubleConsumer progress) {
    BitSet wanted = link(context);
    TextShelf shelf = new TextShelf(row -> TextKey.alike(corpus.text(row)));
    corpus.each((row, item) -> {
      context.checkCancelled();
      progress.accept((double) row / corpus.size());
      boolean linked = equal.first(row) == row && linked(row);
      if (linked || wanted.get(row)) {
        String alike = TextKey.alike(item.text());
        if (linked) {
          compare(row, alike, shelf);
        }
        if (wanted.get(row)) {
          shelf.put(row, alike);
        }
      }
    });
    return new Copies(equal.firsts(), near.firsts());
  }

  /// Puts links in the place of the keys.
  ///
  /// @return rows that a later one is linked to
  private BitSet link(JobContext context) {
    int rows = bands[0].length;
    BitSet wanted = new BitSet(rows);
    long[] sorted = new long[rows];
    for (int[] band : bands) {
      context.checkCancelled();
      int count = 0;
      for (int row = 0; row < rows; row++) {
        if (equal.first(row) == row) {
          sorted[count++] = (long) band[row] << 32 | row;
        }
      }
      Arrays.sort(sorted, 0, count);
      for (int i = 0; i < count; i++) {
        boolean same = i > 0 && sorted[i] >> 32 == sorted[i - 1] >> 32;
        int row = (int) sorted[i];
        band[row] = same ? (int) sorted[i - 1] : NONE;
        if (same) {
          wanted.set((int) sorted[i - 1]);
        }
      }
    }
    return wanted;
  }

  private boolean linked(int row) {
    for (int[] band : bands) {
      if (band[row] != NONE) {
        return true;
      }
    }
    return false;
  }

  private void compare(int row, String alike, TextShelf shelf) {
    int count = gather(row);
    int[] own = pieces.sorted(alike);
    for (int misses = 0; count > 0 && misses < MOST_MISSES; count--) {
      int other = takeBest(count);
      if (near.first(other) == near.first(row)) {
        continue;
      }
      if (Shingles.jaccard(own, pieces.sorted(shelf.get(other))) >= Copies.THRESHOLD) {
        near.join(row, other);
      } else {
        misses++;
      }
    }
  }

  /// Follows the links; counts how many bands lead to each text.
  private int gather(int row) {
    int count = 0;
    for (int[] band : bands) {
      int other = band[row];
      for (int step = 0; step < MOST_STEPS && other != NONE; step++) {
        int at = 0;
        while (at < count && candidates[at] != other) {
          at++;
        }
        if (at == count) {
          candidates[count] = other;
          shared[count++] = 0;
        }
        shared[at]++;
        other = band[other];
      }
    }
    return count;
  }

  /// The candidate that most bands lead to; the last one takes its place.
  private int takeBest(int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (shared[i] > shared[best]) {
        best = i;
      }
    }
    int taken = candidates[best];
    candidates[best] = candidates[count - 1];
    shared[best] = shared[count - 1];
    return taken;
  }
}
