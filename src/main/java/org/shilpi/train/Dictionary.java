package org.shilpi.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Span;
import org.shilpi.data.Words;
import org.shilpi.job.JobContext;

/// Phrases that people marked, each with the label it had most often and how often it was marked so
/// where it stood. A phrase that was left unmarked more often than not is left out. Upper and lower
/// case differ; any space is as good as another.
///
/// @param phrases what is marked
/// @param longest words in the longest phrase
record Dictionary(Map<String, Entry> phrases, int longest) {
  /// Longer phrases are sentences and do not come again.
  private static final int MOST_WORDS = 16;

  /// @param label index into the labels
  /// @param share of the places where the phrase stood that had this label, above 0 to 1
  record Entry(int label, float share) {}

  Dictionary {
    phrases = Map.copyOf(phrases);
  }

  static Dictionary of(List<LabeledText> rows, JobContext context) {
    Map<String, Map<Integer, Integer>> marked = new HashMap<>();
    int longest = 1;
    for (LabeledText row : rows) {
      for (Span span : SpanBaseline.spans(row)) {
        int words = words(row.text().substring(span.start(), span.end())).size();
        if (words <= MOST_WORDS) {
          longest = Math.max(longest, words);
          marked
              .computeIfAbsent(phrase(row.text(), span.start(), span.end()), p -> new HashMap<>())
              .merge(span.label(), 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> met = new HashMap<>();
    for (LabeledText row : rows) {
      context.checkCancelled();
      count(row, marked, longest, met);
    }
    Map<String, Entry> phrases = new HashMap<>();
    marked.forEach((phrase, labels) ->
        best(labels, Math.max(1, met.getOrDefault(phrase, 1)))
            .ifPresent(entry -> phrases.put(phrase, entry)));
    return new Dictionary(phrases, longest);
  }

  private static Optional<Entry> best(Map<Integer, Integer> labels, int met) {
    return labels.entrySet().stream()
        .max(
            Map.Entry.<Integer, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Integer>comparingByKey().reversed()))
        .map(most -> new Entry(most.getKey(), Math.min(1, (float) most.getValue() / met)))
        .filter(entry -> entry.share() >= 0.5);
  }

  /// What is part of a longer marked phrase was not left unmarked: it does not count.
  private static void count(
      LabeledText row, Map<String, ?> wanted, int longest, Map<String, Integer> met) {
    String text = row.text();
    List<int[]> words = words(text);
    for (int from = 0; from < words.size(); from++) {
      for (int to = from; to < Math.min(from + longest, words.size()); to++) {
        String phrase = phrase(text, words.get(from)[0], words.get(to)[1]);
        if (wanted.containsKey(phrase)
            && !isWithin(words.get(from)[0], words.get(to)[1], SpanBaseline.spans(row))) {
          met.merge(phrase, 1, Integer::sum);
        }
      }
    }
  }

  private static boolean isWithin(int start, int end, List<Span> spans) {
    return spans.stream()
        .anyMatch(span ->
            span.start() <= start && end <= span.end() && span.end() - span.start() > end - start);
  }

  /// Marks from left to right the longest phrase that is known.
  List<FoundSpan> find(String text) {
    List<FoundSpan> found = new ArrayList<>();
    List<int[]> words = words(text);
    int from = 0;
    while (from < words.size()) {
      int next = from + 1;
      for (int to = Math.min(from + longest, words.size()) - 1; to >= from; to--) {
        Entry entry = phrases.get(phrase(text, words.get(from)[0], words.get(to)[1]));
        if (entry != null) {
          Span span = new Span(words.get(from)[0], words.get(to)[1], entry.label());
          found.add(new FoundSpan(span, entry.share()));
          next = to + 1;
          break;
        }
      }
      from = next;
    }
    return found;
  }

  /// First character and end of each word.
  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (Words.isBoundary(text, at)) {
        if (!Words.isSpace(text.codePointAt(from))) {
          words.add(new int[] {from, at});
        }
        from = at;
      }
    }
    return words;
  }

  private static String phrase(String text, int from, int to) {
    return text.substring(from, to).replaceAll("(?U)\\s+", " ");
  }
}
