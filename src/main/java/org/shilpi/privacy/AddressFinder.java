package org.shilpi.privacy;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Postal addresses: a street with its number, a post-office or military box, a flat; with the
/// lines that follow, as far as they look like town, postcode and country.
final class AddressFinder implements Finder {
  private static final Pattern BOX =
      Pattern.compile(
          "(?<!\\w)(?:(?:\\d{1,6} )?(?:P\\.?\\s?O\\.?|post|G\\.?P\\.?O\\.?)\\s?box\\s?(?:no\\.?\\s?)?#?\\d{1,7}"
              + "|(?:PSC|CMR|Unit)\\s\\d{3,5},?\\s+Box\\s\\d{1,5}"
              + "|US[SN][SV]?\\s[\\p{L}.]{2,20}(?=\\s{1,3}[AFD]PO\\s)"
              + "|[AFD]PO,?\\s+A[AEP]\\s+\\d{5}(?:-\\d{4})?)(?!\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FLAT =
      Pattern.compile(
          "(?<!\\w)(?:apt|apartment|suite|ste|flat|unit|room|floor|plot|door|house|h\\.? ?no|block|bldg|building|"
              + "tower|shop|office)(?:\\.|\\b)\\s?(?:no\\.?\\s?|#\\s?)?(?:[A-Z]-?)?\\d{1,5}(?:[-/]?[A-Z0-9]{1,4})?"
              + "(?!\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CUE =
      Pattern.compile(
          "(?:\\baddress(?:es)?(?: is| to)?(?: the same)?:?|\\b(?:lives?|lived|living|located|situated|residing|stays?|"
              + "meet(?: (?:me|you|us))?|sent|deliver(?:ed)?|return|office is|arrived|taxi|drops you off|bus station is|"
              + "restaurant is|stop|enter) ?(?:at|on|in|to)?|\\bcorner of|\\bside of|"
              + "\\bit(?: is|'s)(?: in| at)?|\\b(?:at|on)|refers to|\\bto|पता:?)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_STREET = 6;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    Matcher box = passage.all(BOX);
    while (box.find()) {
      tell(passage, box.start(), box.end(), 0.9, found);
    }
    if (passage.hasDigits()) {
      Matcher flat = passage.all(FLAT);
      while (flat.find()) {
        tell(passage, flat.start(), flat.end(), 0.7, found);
      }
    }
    for (int i = 0; i < passage.words().size(); i++) {
      street(passage, i, found);
    }
  }

  private static void street(Passage passage, int at, Consumer<Finding> found) {
    Word word = passage.words().get(at);
    boolean type = Lexicon.STREETS.contains(word.lower());
    boolean ending = !type && Lexicon.streetEnding(word);
    boolean numbered =
        word.capital() && !AddressTail.FLATS.contains(word.lower()) && houseNumber(passage, at + 1);
    if (!type && !ending && !numbered) {
      return;
    }
    int first = first(passage, at);
    // `Dr. Mehta` lives in a `Mehta Dr.`
    if (first == at && Lexicon.TITLES.contains(word.lower())) {
      return;
    }
    int end = end(passage, at);
    List<Word> words = passage.words().subList(first, end);
    boolean digits = words.stream().anyMatch(AddressFinder::number);
    boolean named =
        words.stream().anyMatch(w -> w.capital() && !Lexicon.STREETS.contains(w.lower()));
    boolean cue = passage.before(words.getFirst().start(), CUE);
    double confidence = confidence(type, ending, digits, named, cue, passage, first, end);
    if (confidence > 0) {
      tell(passage, words.getFirst().start(), words.getLast().end(), confidence, found);
    }
  }

  private static double confidence(
      boolean type,
      boolean ending,
      boolean digits,
      boolean named,
      boolean cue,
      Passage passage,
      int first,
      int end) {
    if (type) {
      if (end - first < 2 || !named && !(digits && cue)) {
        return 0;
      }
      return digits ? 0.85 : cue ? 0.65 : 0.45;
    }
    if (ending) {
      return digits ? 0.8 : named && cue ? 0.5 : 0;
    }
    // Only a name and a number: an address where something else says so.
    boolean whole = passage.words().get(first).shape() == Word.Shape.DIGITS;
    boolean alone = alone(passage, first, end);
    return !named ? 0 : cue || whole && alone ? 0.65 : whole || alone ? 0.55 : 0;
  }

  private static boolean alone(Passage passage, int first, int end) {
    return passage.opens(passage.words().get(first))
        && "\n\r,".indexOf(passage.at(passage.words().get(end - 1).end())) >= 0;
  }

  private static boolean number(Word word) {
    return word.shape() == Word.Shape.DIGITS && word.length() <= 5
        || word.shape() == Word.Shape.MIXED
            && word.length() <= 6
            && Character.isDigit(word.lower().charAt(0));
  }

  private static boolean houseNumber(Passage passage, int at) {
    List<Word> words = passage.words();
    return at < words.size()
        && number(words.get(at))
        && words.get(at).length() <= 4
        && passage.between(words.get(at - 1), words.get(at)).equals(" ")
        && !Lexicon.COMMON.contains(words.get(at - 1).lower())
        && ".,;:)\n\r ?!\"'".indexOf(passage.at(words.get(at).end())) >= 0;
  }

  // Names, numbers and particles in front, on the same line.
  private static int first(Passage passage, int at) {
    List<Word> words = passage.words();
    int first = at;
    while (first > 0 && at - first < LONGEST_STREET) {
      Word before = words.get(first - 1);
      String gap = passage.between(before, words.get(first));
      boolean glued =
          gap.equals(" ")
              || gap.equals("-")
              || gap.equals(". ")
              || gap.equals("'")
              || gap.equals("’")
              || gap.equals("/");
      if (!glued
          || gap.equals(". ") && before.length() > 3 && !Lexicon.STREETS.contains(before.lower())) {
        break;
      }
      if (number(before)) {
        first--;
        continue;
      }
      boolean particle =
          Lexicon.PARTICLES.contains(before.lower())
              && !before.lower().equals("of")
              && first - 1 > 0
              && (words.get(first - 2).capital() || number(words.get(first - 2)));
      boolean behindNumber = first > 1 && number(words.get(first - 2));
      boolean name =
          before.capital()
              && (!Lexicon.ordinary(before)
                  || behindNumber
                  || Lexicon.STREETS.contains(before.lower()));
      boolean ordinal = before.shape() == Word.Shape.MIXED && before.length() <= 5;
      if (!particle && !name && !ordinal) {
        break;
      }
      first--;
    }
    return first;
  }

  // Names that go on (`rue de la Paix`), then numbers.
  private static int end(Passage passage, int at) {
    List<Word> words = passage.words();
    int end = at + 1;
    while (end < words.size() && end - at < LONGEST_STREET) {
      String gap = passage.between(words.get(end - 1), words.get(end));
      Word word = words.get(end);
      boolean glued =
          gap.equals(" ")
              || gap.equals("-")
              || gap.equals(". ") && !passage.opens(word)
              || gap.equals(". ") && Lexicon.STREETS.contains(words.get(end - 1).lower());
      if (!glued) {
        break;
      }
      boolean particle =
          Lexicon.PARTICLES.contains(word.lower())
              && end + 1 < words.size()
              && (words.get(end + 1).capital()
                  || Lexicon.PARTICLES.contains(words.get(end + 1).lower()));
      boolean name =
          word.capital() && !Lexicon.ordinary(word) && !AddressTail.FLATS.contains(word.lower());
      if (!particle && !name && !number(word)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static void tell(
      Passage passage, int start, int end, double confidence, Consumer<Finding> found) {
    found.accept(new Finding(start, AddressTail.end(passage, end), Kind.ADDRESS, confidence));
  }
}
