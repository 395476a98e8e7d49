package org.shilpi.workflow;

import java.util.Arrays;
import java.util.List;
import org.shilpi.quality.Corpus;
import org.shilpi.quality.Item;
import org.shilpi.store.QualityStore;

/// The texts of a project that were not set aside when this was made, read page by page. What comes
/// in later is not there.
final class ProjectCorpus implements Corpus {
  private static final int PAGE = 2_000;

  private final QualityStore store;
  private final long[] ids;

  ProjectCorpus(QualityStore store) {
    this.store = store;
    this.ids = store.participants();
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public void each(Visitor visitor) {
    long after = 0;
    long last = ids.length == 0 ? 0 : ids[ids.length - 1];
    while (after < last) {
      List<Item> page = store.items(after, PAGE);
      for (Item item : page) {
        int row = Arrays.binarySearch(ids, item.id());
        if (row >= 0) {
          visitor.visit(row, item);
        }
      }
      after = page.getLast().id();
    }
  }

  @Override
  public String text(int row) {
    return store.text(ids[row]);
  }
}
