package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.shilpi.data.Judgement;
import org.shilpi.quality.Copies;
import org.shilpi.quality.Corpus;
import org.shilpi.quality.SurveyTask;

/// The texts that a survey looks at: all, or, of very many, labeled ones first, spread evenly.
///
/// @param ids their numbers
/// @param labels index of each text's one label, or [SurveyTask#UNKNOWN]
/// @param families see [SurveyTask]
record SurveyedTexts(long[] ids, List<String> texts, int[] labels, int[] families, int classes) {
  /// More are not looked at.
  static final int MOST = 20_000;

  private static final long SEED = 1;

  static SurveyedTexts of(Corpus corpus, List<String> names, Copies copies) {
    BitSet judged = new BitSet();
    corpus.each((row, item) -> judged.set(row, !(item.judgement() instanceof Judgement.None)));
    BitSet chosen = new BitSet();
    choose(chosen, corpus.size(), judged.cardinality(), judged::get);
    int labeled = chosen.cardinality();
    if (labeled < MOST) {
      int rest = corpus.size() - judged.cardinality();
      choose(chosen, corpus.size(), rest, row -> !judged.get(row));
    }
    return read(corpus, names, copies, chosen);
  }

  private static void choose(BitSet chosen, int rows, int candidates, IntPredicate wanted) {
    int room = MOST - chosen.cardinality();
    long seen = 0;
    for (int row = 0; row < rows; row++) {
      if (wanted.test(row)) {
        boolean takes =
            candidates <= room || seen * room / candidates < (seen + 1) * room / candidates;
        chosen.set(row, takes);
        seen++;
      }
    }
  }

  private static SurveyedTexts read(
      Corpus corpus, List<String> names, Copies copies, BitSet chosen) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    int count = chosen.cardinality();
    long[] ids = new long[count];
    List<String> texts = new ArrayList<>(count);
    int[] labels = new int[count];
    int[] families = new int[count];
    corpus.each((row, item) -> {
      if (chosen.get(row)) {
        int at = texts.size();
        ids[at] = item.id();
        labels[at] =
            item.judgement() instanceof Judgement.One(String label)
                ? numbers.getOrDefault(label, SurveyTask.UNKNOWN)
                : SurveyTask.UNKNOWN;
        families[at] = copies.near()[row];
        texts.add(item.text());
      }
    });
    return new SurveyedTexts(ids, texts, labels, families, names.size());
  }

  SurveyTask task(Path model, Path cache) {
    return new SurveyTask(model, cache, texts, labels, families, classes, SEED, "auto");
  }
}
