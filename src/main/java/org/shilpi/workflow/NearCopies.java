package org.shilpi.workflow;

import java.util.List;
import org.shilpi.data.Labeled;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;
import org.shilpi.quality.Copies;
import org.shilpi.quality.Corpus;
import org.shilpi.quality.Item;

/// Which of some texts are near copies of each other.
///
/// @param stamp tells these texts from others
/// @param firsts for each text the place of the first of its family
record NearCopies(long stamp, int[] firsts) {
  static NearCopies of(List<Labeled> texts, JobContext context) {
    return new NearCopies(stamp(texts), Copies.search(new Given(texts), context).near());
  }

  static long stamp(List<Labeled> texts) {
    long stamp = texts.size();
    for (Labeled text : texts) {
      stamp = 31 * (31 * stamp + text.id()) + text.text().hashCode();
    }
    return stamp;
  }

  private record Given(List<Labeled> texts) implements Corpus {
    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public void each(Visitor visitor) {
      for (int row = 0; row < texts.size(); row++) {
        Labeled text = texts.get(row);
        visitor.visit(
            row,
            new Item(
                text.id(),
                TextKey.of(text.text()),
                text.text(),
                text.judgement(),
                text.split(),
                text.group()));
      }
    }

    @Override
    public String text(int row) {
      return texts.get(row).text();
    }
  }
}
