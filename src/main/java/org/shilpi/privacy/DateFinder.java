package org.shilpi.privacy;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates, times and years; a date of birth where the words beside say so.
final class DateFinder implements Finder {
  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
          + "sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|जनवरी|फरवरी|मार्च|अप्रैल|मई|"
          + "जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर)";
  private static final String TIME =
      "(?:[T ]\\s?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:\\s?[ap]\\.?m\\b\\.?|Z|[+-]\\d{2}:?\\d{2})?)?";
  private static final Pattern FULL =
      Pattern.compile(
          "(?<![\\w/.-])(?:\\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\\d|0?[1-9])"
              + TIME
              + "|(?:3[01]|[12]\\d|0?[1-9])([-/.])(?:3[01]|[12]\\d|0?[1-9])\\1(?:\\d{4}|\\d{2})"
              + TIME
              + "|(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?[ -]{1,2}(?:of )?"
              + MONTH
              + "\\.?(?:,?[ -]{1,2}(?:1[89]|20)\\d{2})?"
              + "|"
              + MONTH
              + "\\.?[ -]{1,2}(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?:,?[ -]{1,2}(?:1[89]|20)\\d{2})?"
              + "|"
              + MONTH
              + "\\.?,?[ -]{1,2}(?:1[89]|20)\\d{2})(?![\\w/]|[.-]\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\w.,:/#$€£₹-])(?:1[89]|20)\\d{2}(?![\\w/%]|[.,:-]\\d)");
  private static final Pattern YEAR_BEFORE =
      Pattern.compile(
          "\\b(?:in|since|of|during|from|until|till|by|year|founded|circa|before|after|and|to|is an?|was an?)\\s+$",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "सोमवार",
          "मंगलवार",
          "बुधवार",
          "गुरुवार",
          "शुक्रवार",
          "शनिवार",
          "रविवार");
  private static final Pattern BIRTH =
      Pattern.compile("\\bborn\\b|birth|\\bd\\.?o\\.?b\\b|जन्म", Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    for (Word word : passage.words()) {
      if (DAYS.contains(word.lower())) {
        found.accept(new Finding(word.start(), word.end(), Kind.DATE, 0.6));
      }
    }
    if (!passage.hasDigits()) {
      return;
    }
    Matcher full = passage.all(FULL);
    while (full.find()) {
      boolean birth = passage.before(full.start(), BIRTH);
      found.accept(
          new Finding(
              full.start(), full.end(), birth ? Kind.BIRTH_DATE : Kind.DATE, birth ? 0.97 : 0.85));
    }
    Matcher year = passage.all(YEAR);
    while (year.find()) {
      boolean birth = passage.before(year.start(), BIRTH);
      double confidence = birth || passage.before(year.start(), YEAR_BEFORE) ? 0.75 : 0.4;
      found.accept(
          new Finding(year.start(), year.end(), birth ? Kind.BIRTH_DATE : Kind.DATE, confidence));
    }
  }
}
