package org.shilpi.privacy;

import java.util.function.Consumer;

/// Nationalities, faiths and parties.
final class BelongingFinder implements Finder {
  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (Word word : passage.words()) {
      if (people(word.lower())) {
        double confidence = word.capital() ? 0.85 : word.length() > 5 ? 0.6 : 0.4;
        found.accept(new Finding(word.start(), word.end(), Kind.BELONGING, confidence));
      }
    }
  }

  /// Whether this is such a word, also with the ending of many.
  static boolean people(String lower) {
    return Lexicon.BELONGING.contains(lower)
        || lower.endsWith("s") && Lexicon.BELONGING.contains(lower.substring(0, lower.length() - 1))
        || lower.endsWith("es")
            && Lexicon.BELONGING.contains(lower.substring(0, lower.length() - 2));
  }
}
