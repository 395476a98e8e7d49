package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Values that somebody said are private wherever they are met, however they are written.
final class ValueFinder implements Finder {
  private record Value(List<String> words, Kind kind) {}

  private static final int LONGEST_GAP = 3;

  private final Map<String, List<Value>> byFirstWord = new HashMap<>();

  ValueFinder(Map<String, Kind> values) {
    values.forEach((value, kind) -> {
      List<String> words = new Passage(value).words().stream().map(Word::lower).toList();
      if (!words.isEmpty()) {
        byFirstWord
            .computeIfAbsent(words.getFirst(), none -> new ArrayList<>())
            .add(new Value(words, kind));
      }
    });
  }

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      for (Value value : byFirstWord.getOrDefault(words.get(i).lower(), List.of())) {
        if (met(passage, i, value.words())) {
          int end = words.get(i + value.words().size() - 1).end();
          found.accept(new Finding(words.get(i).start(), end, value.kind(), 1));
        }
      }
    }
  }

  private static boolean met(Passage passage, int at, List<String> wanted) {
    List<Word> words = passage.words();
    if (at + wanted.size() > words.size()) {
      return false;
    }
    for (int i = 1; i < wanted.size(); i++) {
      Word word = words.get(at + i);
      if (!word.lower().equals(wanted.get(i))
          || word.start() - words.get(at + i - 1).end() > LONGEST_GAP) {
        return false;
      }
    }
    return true;
  }
}
