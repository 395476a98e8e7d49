package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

/// What a run may learn from, checked: never a test row.
///
/// @param labels label names in the order of their indices
/// @param training rows whose labels the model sees
/// @param validation rows that pick the best pass; never empty
record Material(
    TaskKind task,
    List<String> labels,
    List<LabeledText> training,
    List<LabeledText> validation,
    String fingerprint) {

  /// Where nobody kept rows back for validation, one in so many is.
  private static final int KEPT_BACK = 7;

  /// Takes the snapshot's own validation rows, or else keeps some training rows back.
  ///
  /// @throws Problem if there is only one label where texts have one each, or none at all, or are
  ///   too few texts to learn and to check with
  static Material of(Snapshot snapshot, long seed) {
    List<LabeledText> training = snapshot.part(Split.TRAIN);
    List<LabeledText> validation = snapshot.part(Split.VALIDATION);
    check(snapshot, training, validation);
    if (validation.isEmpty()) {
      int labels = snapshot.labels().size();
      int[] part = Folds.byRarest(has(training, labels), labels, KEPT_BACK, seed);
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
    return new Material(
        snapshot.task(), snapshot.labels(), training, validation, snapshot.fingerprint());
  }

  private static void check(
      Snapshot snapshot, List<LabeledText> training, List<LabeledText> validation) {
    List<String> names = snapshot.labels();
    int rows = training.size() + validation.size();
    int present = 0;
    int usable = 0;
    String last = "";
    boolean[][] has =
        has(Stream.concat(training.stream(), validation.stream()).toList(), names.size());
    for (int k = 0; k < names.size(); k++) {
      int label = k;
      long count = Arrays.stream(has).filter(row -> row[label]).count();
      if (count > 0) {
        present++;
        last = names.get(k);
      }
      usable += count > 1 ? 1 : 0;
    }
    boolean single = snapshot.task() == TaskKind.CLASSIFY;
    if (single && present == 1) {
      throw Problem.of("problem.train.one-label", last);
    }
    if (!single && present == 0) {
      throw Problem.of("problem.train.no-labels", Integer.toString(rows));
    }
    if (usable < (single ? 2 : 1) || training.size() < 2) {
      throw Problem.of("problem.train.too-few", Integer.toString(rows));
    }
  }

  /// Names of what a head answers with: the labels, or the tags of words.
  List<String> outputs() {
    return task == TaskKind.SPANS ? Tags.names(labels) : labels;
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

  /// Which labels each row has, on the text or on parts of it: one row a text, one column a label.
  boolean[][] has(List<LabeledText> rows) {
    return has(rows, labels.size());
  }

  private static boolean[][] has(List<LabeledText> rows, int labels) {
    boolean[][] has = new boolean[rows.size()][labels];
    for (int i = 0; i < has.length; i++) {
      boolean[] row = has[i];
      switch (rows.get(i).target()) {
        case Target.One(int label) -> row[label] = true;
        case Target.Many(List<Integer> some) -> some.forEach(label -> row[label] = true);
        case Target.Spans(List<Span> spans) -> spans.forEach(span -> row[span.label()] = true);
      }
    }
    return has;
  }
}
