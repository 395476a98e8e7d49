package org.shilpi.quality;

import org.shilpi.job.JobContext;

/// Which texts must come into the same part of the data: near copies, and texts of one thread.
public final class Bonds {
  private Bonds() {}

  /// @return for each row the first of those that it must not be parted from, itself if none
  /// @throws org.shilpi.job.CancelledException if the context was cancelled
  public static int[] of(Corpus corpus, JobContext context) {
    Roll roll = new Roll(corpus.size());
    CopySearch search = new CopySearch(corpus.size());
    corpus.each((row, item) -> {
      context.checkCancelled();
      roll.see(row, item);
      search.see(row, item);
    });
    int[] near = search.copies(corpus, context, share -> {}).near();
    Families bound = new Families(corpus.size());
    for (int row = 0; row < near.length; row++) {
      bound.join(row, near[row]);
      bound.join(row, roll.threads()[row]);
    }
    return bound.firsts();
  }
}
