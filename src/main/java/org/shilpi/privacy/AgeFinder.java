package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ages of people in years or months.
final class AgeFinder implements Finder {
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?<![\\w.,$€£₹+-])(1[01]\\d|[1-9]?\\d)(?=[ -]?(?:years?|yrs?|months?)?[ -]?(?:old\\b|of age\\b|y/?o\\b"
              + "|yo\\b)|[ -]years?[ -]old|[ -]?y/o|(?:[ -]year[ -]old)|\\s?(?:साल|वर्ष|वर्षीय)(?!\\p{L}))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AHEAD =
      Pattern.compile(
          "\\b(?:aged?|turn(?:s|ed|ing)?|age (?:of|is|was)|age:|at the age of|when (?:i|he|she|they) (?:was|were)|"
              + "(?:i am|i'm|i’m|he is|he's|she is|she's) (?:only |just |now )?|उम्र|आयु)\\s{0,2}(?:only |just |now )?"
              + "(1[01]\\d|[1-9]?\\d)(?![\\w%$€£]|[.,/:-]\\d|\\s?(?:minutes|hours|days|km|miles|percent|%))",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    each(passage.all(BEHIND), 0.9, found);
    each(passage.all(AHEAD), 0.7, found);
  }

  private static void each(Matcher matcher, double confidence, Consumer<Finding> found) {
    while (matcher.find()) {
      found.accept(new Finding(matcher.start(1), matcher.end(1), Kind.AGE, confidence));
    }
  }
}
