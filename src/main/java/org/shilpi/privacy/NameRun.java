package org.shilpi.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Capitalised words in a row, as names are written: `Maria van der Berg`, `J. K. O’Neill`,
/// `Valentine-Murray`.
///
/// @param first place of its first word in the passage
/// @param end place after its last word
record NameRun(int first, int end) {
  /// Words on either side that tell whether capitals mean anything.
  private static final int NEAR = 3;

  /// So many words in capitals among them are shouted.
  private static final int SHOUTED = 3;

  /// Ordinary words that no name of a company begins with.
  private static final Set<String> FUNCTION =
      Set.of(
          "from", "with", "this", "that", "these", "those", "your", "their", "dear", "hello",
          "call", "contact", "please", "thank", "thanks", "visit", "when", "where", "what", "which",
          "about", "into", "over", "under", "after", "before", "between", "both", "each", "every",
          "some", "other", "such", "only", "also", "then", "than", "here", "there", "have", "will",
          "would", "could", "should", "does", "dont", "ours", "they", "them", "just", "like",
          "said", "told");

  int size() {
    return end - first;
  }

  List<Word> words(Passage passage) {
    return passage.words().subList(first, end);
  }

  int start(Passage passage) {
    return passage.words().get(first).start();
  }

  int stop(Passage passage) {
    return passage.words().get(end - 1).end();
  }

  /// All runs of a text, without the ordinary words at their ends.
  static List<NameRun> of(Passage passage) {
    List<NameRun> runs = new ArrayList<>();
    int i = 0;
    while (i < passage.words().size()) {
      if (begins(passage, i)) {
        int end = end(passage, i);
        trimmed(passage, i, end, runs);
        i = end;
      } else {
        i++;
      }
    }
    return runs;
  }

  private static boolean begins(Passage passage, int at) {
    Word word = passage.words().get(at);
    if (word.shape() == Word.Shape.UPPER && shouted(passage, at)) {
      return Lexicon.personal(word) && !Lexicon.COMMON.contains(word.lower());
    }
    return word.capital();
  }

  // Where all around is in capitals, they say nothing.
  private static boolean shouted(Passage passage, int at) {
    List<Word> words = passage.words();
    int upper = 0;
    int written = 0;
    for (Word word : words.subList(Math.max(0, at - NEAR), Math.min(words.size(), at + NEAR + 1))) {
      switch (word.shape()) {
        case UPPER -> upper++;
        case LOWER, CAPITAL -> written++;
        case DIGITS, MIXED, PLAIN -> {}
      }
    }
    return upper >= SHOUTED && upper > written;
  }

  private static int end(Passage passage, int first) {
    List<Word> words = passage.words();
    int end = first + 1;
    while (end < words.size()) {
      int step = joins(passage, end);
      if (step == 0) {
        return end;
      }
      end += step;
    }
    return end;
  }

  // How many words follow without a break: none, a name, or a particle and a name.
  private static int joins(Passage passage, int next) {
    List<Word> words = passage.words();
    Word last = words.get(next - 1);
    Word word = words.get(next);
    if (!glued(passage.between(last, word), last)) {
      return 0;
    }
    if (begins(passage, next)) {
      // `O’Neill`, but not `DON’T`.
      boolean ending = word.length() <= 2 && "'’".contains(passage.between(last, word));
      return ending ? 0 : 1;
    }
    // `Thomas and Sons`
    if (word.lower().equals("and")
        && next + 1 < words.size()
        && passage.between(word, words.get(next + 1)).equals(" ")
        && words.get(next + 1).capital()
        && companyWord(words.get(next + 1))) {
      return 2;
    }
    // `Bank of Baroda`, but not `Ann of Oslo`.
    if (word.lower().equals("of") && !companyWord(last)) {
      return 0;
    }
    int at = next;
    while (at < words.size() - 1
        && at - next < 3
        && Lexicon.PARTICLES.contains(words.get(at).lower())) {
      if (!passage.between(words.get(at), words.get(at + 1)).equals(" ")) {
        return 0;
      }
      at++;
      if (words.get(at).capital()) {
        return at - next + 1;
      }
    }
    return 0;
  }

  private static boolean glued(String gap, Word last) {
    return switch (gap) {
      case " ", "  ", "-", "'", "’", " & " -> true;
      case ". ", "." -> last.length() == 1 || Lexicon.TITLES.contains(last.lower());
      default -> false;
    };
  }

  private static void trimmed(Passage passage, int from, int to, List<NameRun> runs) {
    List<Word> words = passage.words();
    int first = from;
    int end = to;
    boolean company = to - from > 1 && companyWord(words.get(to - 1));
    while (first < end
        && !(company && inside(passage, first, end))
        && strippable(
            words.get(first), first == from && passage.opens(words.get(first)), end - first)) {
      first++;
    }
    while (end > first
        && Lexicon.ordinary(words.get(end - 1))
        && !companyWord(words.get(end - 1))
        && !endsFirm(words, first, end)) {
      end--;
    }
    if (first < end) {
      runs.add(new NameRun(first, end));
    }
  }

  // `Brezovar Research`, but not `Customer Service`.
  private static boolean endsFirm(List<Word> words, int first, int end) {
    return end - first > 1
        && Lexicon.FIRM_ENDINGS.contains(words.get(end - 1).lower())
        && !Lexicon.ordinary(words.get(end - 2));
  }

  // `Rapid Cycle Solutions`: ordinary words that are part of a company's name.
  private static boolean inside(Passage passage, int first, int end) {
    Word word = passage.words().get(first);
    return end - first > 1
        && !passage.opens(word)
        && word.length() > 3
        && !FUNCTION.contains(word.lower())
        && !Lexicon.TITLES.contains(word.lower());
  }

  // `Will` at the beginning of a sentence is a verb, in the middle a man.
  private static boolean strippable(Word word, boolean opening, int left) {
    if (Lexicon.ordinary(word)) {
      return !companyWord(word) || left == 1;
    }
    return Lexicon.TITLES.contains(word.lower())
            && left > 1
            && !Lexicon.GIVEN.contains(word.lower())
        || opening
            && (Lexicon.COMMON.contains(word.lower())
                || Lexicon.formed(word) && !Lexicon.personal(word));
  }

  private static boolean companyWord(Word word) {
    return Lexicon.ORGANIZATIONS.contains(word.lower());
  }
}
