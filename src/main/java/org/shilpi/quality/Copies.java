package org.shilpi.quality;

import java.util.Arrays;
import java.util.function.Consumer;
import org.shilpi.job.JobContext;

/// Which texts are copies of which: for each row of a [Corpus] the first of those that it belongs
/// with, itself if it is the first or stands alone.
///
/// @param equal by equal texts, but for case and spaces
/// @param near by texts that are similar, also by way of others; equal ones included
public record Copies(int[] equal, int[] near) {
  /// Jaccard similarity from which two texts are near copies of each other, see [Shingles].
  public static final double THRESHOLD = 0.8;

  private static final int NONE = -1;

  /// Looks through all texts, twice.
  public static Copies search(Corpus corpus, JobContext context) {
    CopySearch search = new CopySearch(corpus.size());
    corpus.each((row, item) -> {
      context.checkCancelled();
      search.see(row, item);
    });
    return search.copies(corpus, context, share -> {});
  }

  /// Hands out the rows of every family of two or more, ascending, families by their first row.
  ///
  /// @param firsts one of this record's parts
  static void families(int[] firsts, Consumer<int[]> each) {
    int[] next = new int[firsts.length];
    int[] size = new int[firsts.length];
    int[] last = firsts.clone();
    Arrays.fill(next, NONE);
    for (int row = 0; row < firsts.length; row++) {
      int first = firsts[row];
      size[first]++;
      if (first != row) {
        next[last[first]] = row;
        last[first] = row;
      }
    }
    for (int first = 0; first < firsts.length; first++) {
      if (size[first] > 1) {
        int[] rows = new int[size[first]];
        int at = first;
        for (int i = 0; i < rows.length; i++) {
          rows[i] = at;
          at = next[at];
        }
        each.accept(rows);
      }
    }
  }
}
