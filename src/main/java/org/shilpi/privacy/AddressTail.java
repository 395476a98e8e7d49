package org.shilpi.privacy;

import java.util.List;
import java.util.Set;

/// What may follow the street in an address: flat, town, state, postcode, country, each on a line
/// of its own or behind a comma.
final class AddressTail {
  private static final int MOST_PIECES = 8;
  private static final int LONGEST_PIECE = 5;
  static final Set<String> FLATS =
      Set.of(
          "apt",
          "apartment",
          "suite",
          "ste",
          "flat",
          "unit",
          "room",
          "floor",
          "block",
          "box",
          "near",
          "opp");

  private AddressTail() {}

  /// Where the address ends that is known up to here.
  static int end(Passage passage, int known) {
    int end = known;
    for (int piece = 0; piece < MOST_PIECES; piece++) {
      int next = piece(passage, end);
      if (next == end) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static int piece(Passage passage, int from) {
    List<Word> words = passage.words();
    int first = passage.wordAt(from);
    if (first == words.size()) {
      return from;
    }
    String gap = passage.text().substring(from, words.get(first).start());
    boolean line = gap.indexOf('\n') >= 0;
    boolean breaks = line || gap.indexOf(',') >= 0;
    if (!separates(gap)) {
      return from;
    }
    int end = first;
    while (end < words.size() && end - first < LONGEST_PIECE) {
      int step = belongs(words.get(end), line) ? 1 : placeOfWords(passage, end);
      if (step == 0 || end > first && !inner(passage.between(words.get(end - 1), words.get(end)))) {
        break;
      }
      end += step;
    }
    if (end == first) {
      return from;
    }
    boolean closed = end == words.size() || closes(passage, words.get(end - 1), words.get(end));
    boolean sure = known(passage, first, end);
    return (breaks ? closed || sure : sure) ? closed(passage, words, first, end) : from;
  }

  // With the bracket that closes one of the piece's own.
  private static int closed(Passage passage, List<Word> words, int first, int end) {
    int stop = words.get(end - 1).end();
    boolean open = passage.text().substring(words.get(first).start(), stop).indexOf('(') >= 0;
    return open && passage.at(stop) == ')' ? stop + 1 : stop;
  }

  // Spaces, one comma, up to two lines, and the signs that mark quoted lines.
  private static boolean separates(String gap) {
    if (gap.length() > 12) {
      return false;
    }
    int commas = 0;
    int lines = 0;
    for (int i = 0; i < gap.length(); i++) {
      switch (gap.charAt(i)) {
        case ',' -> commas++;
        case '\n' -> lines++;
        case ' ', '\t', '\r', '>', '?', '.', '-', '|' -> {}
        default -> {
          return false;
        }
      }
    }
    boolean stop = gap.startsWith(". ") || gap.startsWith("?");
    return commas <= 1 && lines <= 2 && !(stop && lines == 0);
  }

  private static boolean inner(String gap) {
    return gap.equals(" ")
        || gap.equals("-")
        || gap.equals(". ")
        || gap.equals(" (")
        || gap.equals("'")
        || gap.equals("’")
        || gap.equals("/");
  }

  // `South Africa`, of which one word is ordinary.
  private static int placeOfWords(Passage passage, int first) {
    int most = Math.min(passage.words().size(), first + Lexicon.LONGEST_PLACE) - first;
    for (int count = most; count > 1; count--) {
      if (passage.words().get(first).capital()
          && PlaceFinder.isPlace(passage, first, first + count)) {
        return count;
      }
    }
    return 0;
  }

  private static boolean belongs(Word word, boolean line) {
    return switch (word.shape()) {
      case DIGITS -> word.length() >= 2 && word.length() <= 6;
      case MIXED -> word.length() <= 6;
      case CAPITAL, UPPER -> !Lexicon.ordinary(word) || FLATS.contains(word.lower());
      case LOWER ->
          Lexicon.PARTICLES.contains(word.lower()) && line
              || Lexicon.PLACES.contains(word.lower()) && !Lexicon.COMMON.contains(word.lower())
              || FLATS.contains(word.lower())
              || word.lower().equals("nan");
      case PLAIN -> Lexicon.PLACES.contains(word.lower());
    };
  }

  // The piece fills its place up to the next comma, line or full stop.
  private static boolean closes(Passage passage, Word last, Word next) {
    String gap = passage.between(last, next);
    return gap.indexOf('\n') >= 0
        || gap.indexOf(',') >= 0
        || gap.indexOf('.') >= 0
        || gap.indexOf('?') >= 0
        || gap.indexOf(')') >= 0;
  }

  private static boolean known(Passage passage, int first, int end) {
    Word word = passage.words().get(first);
    if (FLATS.contains(word.lower())) {
      return passage.words().subList(first, end).stream()
          .anyMatch(w -> w.shape() == Word.Shape.DIGITS || w.shape() == Word.Shape.MIXED);
    }
    if (end - first == 1 && word.shape() == Word.Shape.DIGITS) {
      return word.length() >= 4;
    }
    for (int stop = end; stop > first; stop--) {
      // A town that no list knows stands before its country: `Coalville South Africa`.
      if (PlaceFinder.isPlace(passage, first, stop)
          || PlaceFinder.isPlace(passage, stop - 1, end)) {
        return true;
      }
    }
    // Or before its postcode: `Lappeenranta SK 53650`.
    Word last = passage.words().get(end - 1);
    return last.shape() == Word.Shape.DIGITS && last.length() >= 4 && word.capital();
  }
}
