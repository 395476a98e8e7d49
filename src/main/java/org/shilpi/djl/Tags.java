package org.shilpi.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shilpi.data.Span;
import org.shilpi.train.FoundSpan;

/// Spans as one tag a word, and back: O outside, B-label on a span's first word, I-label on the
/// rest (IOB2, Tjong Kim Sang and Veenstra, 1999). Tag 0 is O, label k has 1 + 2k and 2 + 2k.
///
/// A span is snapped to whole words. Where two spans share a word, the first one has it.
final class Tags {
  private Tags() {}

  /// Names of the tags in order, as the reference's configurations list them.
  static List<String> names(List<String> labels) {
    List<String> names = new ArrayList<>();
    names.add("O");
    for (String label : labels) {
      names.add("B-" + label);
      names.add("I-" + label);
    }
    return names;
  }

  /// @return the tag of each word
  static int[] of(TextWords text, List<Span> spans) {
    int[] tags = new int[text.size()];
    int w = 0;
    for (Span span : spans) {
      while (w < tags.length && text.end()[w] <= span.start()) {
        w++;
      }
      for (int first = w; w < tags.length && text.start()[w] < span.end(); w++) {
        tags[w] = (w == first ? 1 : 2) + 2 * span.label();
      }
    }
    return tags;
  }

  /// The most probable spans, by Viterbi's algorithm: an I follows a B or I of its own label and
  /// nothing else. A span's confidence is the mean probability of its words' tags.
  ///
  /// @param scores of each word, logits of the tags
  static List<FoundSpan> spans(TextWords text, float[][] scores) {
    if (scores.length == 0) {
      return List.of();
    }
    float[][] probabilities =
        Arrays.stream(scores).map(Softmax::probabilities).toArray(float[][]::new);
    int[] tags = best(probabilities);
    List<FoundSpan> spans = new ArrayList<>();
    for (int w = 0; w < tags.length; ) {
      int from = w;
      double sum = probabilities[w][tags[w]];
      for (w++; w < tags.length && isInside(tags[w]); w++) {
        sum += probabilities[w][tags[w]];
      }
      if (tags[from] != 0) {
        spans.add(
            new FoundSpan(
                new Span(text.start()[from], text.end()[w - 1], (tags[from] - 1) / 2),
                (float) (sum / (w - from))));
      }
    }
    return spans;
  }

  private static int[] best(float[][] probabilities) {
    int tags = probabilities[0].length;
    int[][] before = new int[probabilities.length][tags];
    double[] total = new double[tags];
    for (int w = 0; w < probabilities.length; w++) {
      double[] next = new double[tags];
      int any = 0;
      for (int t = 1; t < tags; t++) {
        any = total[t] > total[any] ? t : any;
      }
      for (int t = 0; t < tags; t++) {
        int from = any;
        if (isInside(t)) {
          from = total[t - 1] > total[t] ? t - 1 : t;
        }
        before[w][t] = from;
        // Before the first word stands nothing that could go on.
        next[t] =
            w == 0 && isInside(t)
                ? Double.NEGATIVE_INFINITY
                : total[from] + Math.log(Math.max(probabilities[w][t], Float.MIN_NORMAL));
      }
      total = next;
    }
    int tag = 0;
    for (int t = 1; t < tags; t++) {
      tag = total[t] > total[tag] ? t : tag;
    }
    int[] path = new int[probabilities.length];
    for (int w = path.length - 1; w >= 0; w--) {
      path[w] = tag;
      tag = before[w][tag];
    }
    return path;
  }

  static boolean isBegin(int tag) {
    return tag % 2 == 1;
  }

  private static boolean isInside(int tag) {
    return tag > 0 && tag % 2 == 0;
  }
}
