package org.shilpi.data.log;

import java.util.ArrayList;
import java.util.List;

/// What records have in common, and the first of them.
final class Template {
  private final List<String> words;
  private final LogRecord first;
  private long count = 1;

  Template(List<String> words, LogRecord first) {
    this.words = new ArrayList<>(words);
    this.first = first;
  }

  /// The part of the words that a record shares: the same word, or values in the same place of it,
  /// of whatever kind.
  double likeness(List<String> others) {
    int same = 0;
    for (int i = 0; i < words.size(); i++) {
      same += agree(words.get(i), others.get(i)) ? 1 : 0;
    }
    return words.isEmpty() ? 1 : (double) same / words.size();
  }

  private static boolean agree(String one, String other) {
    return one.equals(other)
        || one.indexOf('<') >= 0
            && other.indexOf('<') >= 0
            && Masks.anyKind(one).equals(Masks.anyKind(other));
  }

  /// Takes a record with as many words in.
  void add(List<String> others) {
    count++;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.equals(others.get(i))) {
        words.set(i, agree(word, others.get(i)) ? Masks.anyKind(word) : Masks.ANY);
      }
    }
  }

  String text() {
    return String.join(" ", words);
  }

  LogRecord first() {
    return first;
  }

  long count() {
    return count;
  }

  /// The words of the first record that are parameters.
  List<String> parameters() {
    List<String> said = LogRecord.words(first.message());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals(said.get(i))) {
        parameters.add(said.get(i));
      }
    }
    return parameters;
  }
}
