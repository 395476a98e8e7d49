package org.shilpi.privacy;

import java.util.HashMap;
import java.util.Map;

/// Words that a project's own texts write small: ordinary ones, so that a capital somewhere, in a
/// headline or for emphasis, makes no name of them. What no list of words of one language can know,
/// the texts themselves tell. Filled by one thread, then read by any number.
public final class SmallWords {
  /// So many different words tell enough, and need a few megabytes.
  private static final int MOST = 200_000;

  /// Written small so often, it is no slip of the pen.
  private static final int FEWEST = 2;

  /// A name is written large many times for each time it is written small.
  private static final int LARGE_FOR_SMALL = 3;

  private static final class Written {
    private int small;
    private int large;
  }

  private final Map<String, Written> words = new HashMap<>();

  /// Counts the words of a text. A capital at the head of a sentence or line says nothing, and
  /// neither does a word all in capitals.
  public void see(String text) {
    Passage passage = new Passage(text);
    for (Word word : passage.words()) {
      boolean small = word.shape() == Word.Shape.LOWER;
      if (small || word.shape() == Word.Shape.CAPITAL && !passage.opens(word)) {
        count(word.lower(), small);
      }
    }
  }

  private void count(String word, boolean small) {
    Written written = words.get(word);
    if (written == null) {
      if (words.size() == MOST) {
        return;
      }
      written = new Written();
      words.put(word, written);
    }
    if (small) {
      written.small++;
    } else {
      written.large++;
    }
  }

  /// @param lower a word in lower case
  boolean contains(String lower) {
    Written written = words.get(lower);
    return written != null
        && written.small >= FEWEST
        && (long) LARGE_FOR_SMALL * written.small >= written.large;
  }
}
