package org.shilpi.privacy;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Postcodes: of any country behind a word for one, those whose form is their country's own, and
/// digits beside a place.
final class PostcodeFinder implements Finder {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\bzip(?: ?code)?|\\bpost(?:al)? ?code|\\bpin ?code|\\bPIN|\\b(?:plz|eircode|cap|cep)\\b"
              + "|पिन(?:कोड| कोड)?)(?: is|:| no\\.?|-)?\\s{0,3}"
              + "((?=[A-Z0-9 -]{0,4}\\d)[A-Z0-9]{2,7}(?:[ -][A-Z0-9]{2,5})?)(?!\\w)",
          Pattern.CASE_INSENSITIVE);

  /// Britain (BS 7666), Canada, Ireland. In small letters only with their space.
  private static final Pattern LETTERED =
      Pattern.compile(
          "(?<!\\w)(?:[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d(?:\\d|[ABEHMNPRVWXY])?|\\d[A-HJKPSTUW])"
              + " \\d[ABD-HJLNP-UW-Z]{2}"
              + "|[ABCEGHJ-NPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] \\d[ABCEGHJ-NPRSTV-Z]\\d"
              + "|[AC-FHKNPRTV-Y]\\d[0-9W] [0-9AC-FHKNPRTV-Y]{4})(?!\\w)",
          Pattern.CASE_INSENSITIVE);

  /// Brazil, Portugal, Poland, Sweden and its like, the Netherlands, and five digits with a
  /// country's letters: only in front of a place.
  private static final Pattern BEFORE_PLACE =
      Pattern.compile(
          "(?<![\\w.,-])(?:\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2}"
              + "|[A-Z]{1,2}-\\d{4,5}|\\d{5})(?=,? \\p{L})");

  private static final Pattern BEHIND_PLACE =
      Pattern.compile("(?<![\\w.])\\d{3,6}(?:[- ]\\d{2,4})?(?!\\w|[.,:]\\d)");
  private static final Pattern STATE =
      Pattern.compile("(?:\\b[A-Z]{2}|\\p{Lu}[\\p{L}]{2,20}(?: -)?)\\s+$");

  /// `in Odense 5000`, but not `in London 2012`.
  private static final Pattern IN_TOWN =
      Pattern.compile("\\b(?:in|from|near) \\p{Lu}[\\p{L}]{2,20} $");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher named = passage.all(NAMED);
    while (named.find()) {
      found.accept(new Finding(named.start(1), named.end(1), Kind.POSTCODE, 0.85));
    }
    Matcher lettered = passage.all(LETTERED);
    while (lettered.find()) {
      boolean upper = lettered.group().equals(lettered.group().toUpperCase(Locale.ROOT));
      found.accept(new Finding(lettered.start(), lettered.end(), Kind.POSTCODE, upper ? 0.8 : 0.6));
    }
    Matcher before = passage.all(BEFORE_PLACE);
    while (before.find()) {
      if (placeAt(passage, before.end())) {
        found.accept(new Finding(before.start(), before.end(), Kind.POSTCODE, 0.65));
      }
    }
    Matcher plain = passage.all(BEHIND_PLACE);
    while (plain.find()) {
      double confidence = behindPlace(passage, plain);
      if (confidence > 0) {
        found.accept(new Finding(plain.start(), plain.end(), Kind.POSTCODE, confidence));
      }
    }
  }

  private static boolean placeAt(Passage passage, int at) {
    int first = passage.wordAt(at);
    int most = Math.min(passage.words().size(), first + Lexicon.LONGEST_PLACE);
    for (int end = most; end > first; end--) {
      Word word = passage.words().get(first);
      if (PlaceFinder.isPlace(passage, first, end)
          && word.shape() != Word.Shape.LOWER
          && !Lexicon.COMMON.contains(word.lower())) {
        return true;
      }
    }
    return false;
  }

  private static double behindPlace(Passage passage, Matcher plain) {
    int digits = plain.group().replaceAll("\\D", "").length();
    int newLine = passage.text().lastIndexOf('\n', plain.start());
    boolean line =
        passage.at(plain.start() - 1) == '\n'
            || newLine >= 0 && passage.text().substring(newLine, plain.start()).isBlank();
    boolean ends = "\n\r,.".indexOf(passage.at(plain.end())) >= 0;
    if (line && ends && digits >= 4) {
      return 0.55;
    }
    if (digits >= 5 && passage.before(plain.start(), STATE)) {
      return 0.6;
    }
    return digits == 4
            && !YEAR.matcher(plain.group()).matches()
            && passage.before(plain.start(), IN_TOWN)
        ? 0.5
        : 0;
  }
}
