package org.shilpi.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.job.Problem;

/// What a run may learn from, checked: never a test row.
///
/// @param training rows whose labels the model sees
/// @param validation rows that pick the best pass; never empty
record Material(
    List<String> labels,
    List<LabeledText> training,
    List<LabeledText> validation,
    String fingerprint) {

  /// Where nobody kept rows back for validation, one in so many is.
  private static final int KEPT_BACK = 7;

  /// Takes the snapshot's own validation rows, or else keeps some training rows back.
  ///
  /// @throws Problem if there is only one label, or are too few texts to learn and to check with
  static Material of(Snapshot snapshot, long seed) {
    List<LabeledText> training = snapshot.part(Split.TRAIN);
    List<LabeledText> validation = snapshot.part(Split.VALIDATION);
    check(snapshot.labels(), training, validation);
    if (validation.isEmpty()) {
      int[] part = Folds.stratified(labels(training), snapshot.labels().size(), KEPT_BACK, seed);
      List<LabeledText> kept = new ArrayList<>();
      List<LabeledText> rest = new ArrayList<>();
      for (int i = 0; i < part.length; i++) {
        (part[i] == KEPT_BACK / 2 ? kept : rest).add(training.get(i));
      }
      if (kept.isEmpty()) {
        kept.add(rest.removeLast());
      }
      training = rest;
      validation = kept;
    }
    return new Material(snapshot.labels(), training, validation, snapshot.fingerprint());
  }

  private static void check(
      List<String> names, List<LabeledText> training, List<LabeledText> validation) {
    long[] count = new long[names.size()];
    Stream.concat(training.stream(), validation.stream()).forEach(row -> count[row.label()]++);
    int present = 0;
    int usable = 0;
    String last = "";
    for (int k = 0; k < count.length; k++) {
      if (count[k] > 0) {
        present++;
        last = names.get(k);
      }
      usable += count[k] > 1 ? 1 : 0;
    }
    if (present == 1) {
      throw Problem.of("problem.train.one-label", last);
    }
    if (usable < 2 || training.size() < 2) {
      throw Problem.of(
          "problem.train.too-few", Integer.toString(training.size() + validation.size()));
    }
  }

  /// Training rows, then validation rows.
  List<LabeledText> all() {
    return Stream.concat(training.stream(), validation.stream()).toList();
  }

  static List<String> texts(List<LabeledText> rows) {
    return rows.stream().map(LabeledText::text).toList();
  }

  static int[] labels(List<LabeledText> rows) {
    return rows.stream().mapToInt(LabeledText::label).toArray();
  }
}
