package org.shilpi.quality;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;

/// A data set in memory. Numbers of texts start at 1.
final class ListCorpus implements Corpus {
  private final List<Item> items = new ArrayList<>();

  static ListCorpus of(List<String> texts) {
    ListCorpus corpus = new ListCorpus();
    texts.forEach(corpus::add);
    return corpus;
  }

  ListCorpus add(String text) {
    return add(text, "", Split.NONE, "");
  }

  ListCorpus add(String text, String label, Split split, String group) {
    Judgement judgement = Judgement.of(label);
    items.add(new Item(items.size() + 1, TextKey.of(text), text, judgement, split, group));
    return this;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public void each(Visitor visitor) {
    for (int row = 0; row < items.size(); row++) {
      visitor.visit(row, items.get(row));
    }
  }

  @Override
  public String text(int row) {
    return items.get(row).text();
  }
}
