package org.shilpi.privacy;

import java.util.List;
import java.util.function.Consumer;

/// Countries, states and larger cities by name; in small letters only where the name is no ordinary
/// word or person.
final class PlaceFinder implements Finder {
  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    List<Word> words = passage.words();
    for (int i = 0; i < words.size(); i++) {
      int end = longest(passage, i);
      if (end == i) {
        continue;
      }
      double confidence = confidence(words.subList(i, end));
      if (confidence > 0) {
        int start = words.get(i).start();
        found.accept(new Finding(start, words.get(end - 1).end(), Kind.PLACE, confidence));
        i = end - 1;
      }
    }
  }

  private static int longest(Passage passage, int first) {
    int most = Math.min(passage.words().size(), first + Lexicon.LONGEST_PLACE);
    for (int end = most; end > first; end--) {
      if (isPlace(passage, first, end)) {
        return end;
      }
    }
    return first;
  }

  private static double confidence(List<Word> words) {
    Word first = words.getFirst();
    if (words.size() > 1 || first.shape() == Word.Shape.PLAIN) {
      return 0.9;
    }
    boolean ambiguous = Lexicon.COMMON.contains(first.lower()) || Lexicon.personal(first);
    return switch (first.shape()) {
      case CAPITAL -> ambiguous ? 0.4 : 0.9;
      case UPPER -> ambiguous || first.length() < 3 ? 0.5 : 0.85;
      case LOWER -> ambiguous || first.length() < 5 ? 0 : 0.65;
      case DIGITS, MIXED, PLAIN -> 0;
    };
  }

  /// Whether these words are the name of a known place.
  static boolean isPlace(Passage passage, int first, int end) {
    List<Word> words = passage.words();
    if (end - first == 1) {
      return Lexicon.PLACES.contains(words.get(first).lower());
    }
    StringBuilder phrase = new StringBuilder(words.get(first).lower());
    for (int i = first + 1; i < end; i++) {
      String gap = passage.between(words.get(i - 1), words.get(i));
      if (!gap.isBlank() && !gap.equals("-") && !gap.equals(". ") || gap.indexOf('\n') >= 0) {
        return false;
      }
      phrase.append(' ').append(words.get(i).lower());
    }
    return Lexicon.PLACES.contains(phrase.toString());
  }
}
