package org.shilpi.quality;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.DoubleConsumer;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;

/// Finds copies in time that grows with the number of texts, however alike they are.
///
/// 1. While the texts go by for the first time, equal ones are joined by their keys, and of every
///    other its [MinHash] keys and sketch are kept: 108 bytes a text.
/// 2. Each text is linked, in each band, to the text before it that has the same key.
/// 3. The texts go by again. Each is compared in full, by its pieces, with those it is linked to,
///    those first whose sketches are most alike, and joined with those that are similar enough. So
///    no two texts are joined unless they are (precision is 1 by construction); what may be missed
///    are pairs that share no key (see [MinHash]).
///
/// Work is bounded, also where all texts come from one template and everything resembles
/// everything: links are followed for some steps in a band, and after some comparisons in vain a
/// text is let go; both the sooner the more texts there are.
final class CopySearch {
  private static final int FEWEST_STEPS = 4;
  private static final int MOST_STEPS = 256;
  private static final int STEPS_OF_ALL = 2_000_000;
  private static final int FEWEST_MISSES = 16;
  private static final int MOST_MISSES = 64;
  private static final int NONE = -1;

  private final int[][] bands;
  private final FirstSeen byKey;
  private final Families equal;
  private final Families near;
  private final MinHash hash = new MinHash();
  private final Shingles pieces = new Shingles();

  private final int steps;
  private final int mostMisses;
  private final long[] sketches;
  private final int[] candidates;
  private final int[] alike;
  // Where a row stands among the candidates, if it does.
  private final int[] place;

  CopySearch(int rows) {
    steps = Math.clamp(STEPS_OF_ALL / Math.max(1, rows), FEWEST_STEPS, MOST_STEPS);
    mostMisses = Math.clamp(steps / 4, FEWEST_MISSES, MOST_MISSES);
    candidates = new int[MinHash.BANDS * steps];
    alike = new int[MinHash.BANDS * steps];
    place = new int[rows];
    sketches = new long[rows * MinHash.SKETCH];
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
    hash.sketch(sketches, row * MinHash.SKETCH);
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

  private void compare(int row, String text, TextShelf shelf) {
    int count = gather(row);
    int[] own = pieces.sorted(text);
    for (int misses = 0; count > 0 && misses < mostMisses; ) {
      int other = takeBest(count);
      count--;
      if (Shingles.jaccard(own, pieces.sorted(shelf.get(other))) >= Copies.THRESHOLD) {
        near.join(row, other);
        count = withoutFamily(row, count);
      } else {
        misses++;
      }
    }
  }

  /// Follows the links.
  private int gather(int row) {
    int count = 0;
    for (int[] band : bands) {
      int other = band[row];
      for (int step = 0; step < steps && other != NONE; step++) {
        if (place[other] >= count || candidates[place[other]] != other) {
          place[other] = count;
          candidates[count] = other;
          alike[count] = MinHash.alike(sketches, row * MinHash.SKETCH, other * MinHash.SKETCH);
          count++;
        }
        other = band[other];
      }
    }
    return count;
  }

  /// The candidate that is probably most alike; the last one takes its place.
  private int takeBest(int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (alike[i] > alike[best]) {
        best = i;
      }
    }
    int taken = candidates[best];
    candidates[best] = candidates[count - 1];
    alike[best] = alike[count - 1];
    return taken;
  }

  /// Leaves out the candidates that were joined with the row by way of others.
  private int withoutFamily(int row, int count) {
    int family = near.first(row);
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (near.first(candidates[i]) != family) {
        candidates[left] = candidates[i];
        alike[left++] = alike[i];
      }
    }
    return left;
  }
}
