package org.shilpi.djl;

import java.util.Arrays;
import java.util.List;
import org.shilpi.data.LabeledText;

/// Rows as a network takes them.
///
/// @param tokens token ids of each row
/// @param labels label of each row
record Lesson(List<int[]> tokens, int[] labels) {
  static Lesson of(Session session, List<LabeledText> rows) {
    return new Lesson(session.tokens(rows), Material.labels(rows));
  }

  int[] lengths() {
    return tokens.stream().mapToInt(row -> row.length).toArray();
  }

  List<int[]> tokens(int[] batch) {
    return Arrays.stream(batch).mapToObj(tokens::get).toList();
  }

  int[] labels(int[] batch) {
    return Arrays.stream(batch).map(i -> labels[i]).toArray();
  }
}
