package org.shilpi.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;
import org.shilpi.job.JobContext;

/// How long the search for copies takes, and that it grows with the number of texts: 5 % near
/// copies, nothing but equal texts, one giant family.
class CopyBench {
  private record Prepared(List<String> texts, List<UUID> keys) implements Corpus {
    @Override
    public int size() {
      return texts.size();
    }

    @Override
    public void each(Visitor visitor) {
      for (int row = 0; row < texts.size(); row++) {
        visitor.visit(
            row, new Item(row + 1, keys.get(row), texts.get(row), Judgement.NONE, Split.NONE, ""));
      }
    }

    @Override
    public String text(int row) {
      return texts.get(row);
    }
  }

  @Test
  void copiesAmongAMillionTexts() {
    for (int count : new int[] {10_000, 10_000, 100_000, 1_000_000}) {
      time("5 % near copies", new MadeTexts(7, 0.05).take(count));
    }
    time("equal texts", Collections.nCopies(1_000_000, "the very same text again"));
    List<String> orders = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      orders.add(
          "Thank you. Your order " + i + " was sent today and will be with you within a week.");
    }
    time("one giant family", orders);
  }

  private static void time(String what, List<String> texts) {
    List<UUID> keys = new ArrayList<>(texts.size());
    texts.forEach(text -> keys.add(TextKey.of(text)));
    Corpus corpus = new Prepared(texts, keys);
    long begin = System.nanoTime();
    CopySearch search = new CopySearch(corpus.size());
    corpus.each(search::see);
    Copies copies = search.copies(corpus, JobContext.quiet(), share -> {});
    double seconds = (System.nanoTime() - begin) / 1e9;
    int found = 0;
    for (int row = 0; row < texts.size(); row++) {
      found += copies.near()[row] == row ? 0 : 1;
    }
    System.out.printf("%s: %,d texts, %.2f s, %,d copies%n", what, texts.size(), seconds, found);
  }
}
