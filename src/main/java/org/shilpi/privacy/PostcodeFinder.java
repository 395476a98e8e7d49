package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Postcodes: of any country behind a word for one, and those whose form or company is their own.
final class PostcodeFinder implements Finder {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\bzip(?: ?code)?|\\bpost(?:al)? ?code|\\bpin ?code|\\bPIN|पिन(?:कोड| कोड)?)(?: is|:| no\\.?|-)?\\s{0,3}"
              + "((?=[A-Z0-9 -]{0,4}\\d)[A-Z0-9]{2,7}(?:[ -][A-Z0-9]{2,5})?)(?!\\w)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BRITISH =
      Pattern.compile(
          "(?<!\\w)(?:[A-Z]{1,2}\\d[A-Z0-9]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d)(?!\\w)");
  private static final Pattern BEHIND_PLACE =
      Pattern.compile("(?<![\\w.])\\d{3,6}(?:[- ]\\d{2,4})?(?!\\w|[.,:]\\d)");
  private static final Pattern STATE =
      Pattern.compile("(?:\\b[A-Z]{2}|\\p{Lu}[\\p{L}]{2,20}(?: -)?)\\s+$");

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher named = passage.all(NAMED);
    while (named.find()) {
      found.accept(new Finding(named.start(1), named.end(1), Kind.POSTCODE, 0.85));
    }
    Matcher british = passage.all(BRITISH);
    while (british.find()) {
      found.accept(new Finding(british.start(), british.end(), Kind.POSTCODE, 0.8));
    }
    Matcher plain = passage.all(BEHIND_PLACE);
    while (plain.find()) {
      int digits = plain.group().replaceAll("\\D", "").length();
      boolean line =
          passage.at(plain.start() - 1) == '\n'
              || passage.text().lastIndexOf('\n', plain.start()) >= 0
                  && passage
                      .text()
                      .substring(passage.text().lastIndexOf('\n', plain.start()), plain.start())
                      .isBlank();
      boolean ends = "\n\r,.".indexOf(passage.at(plain.end())) >= 0;
      if (line && ends && digits >= 4) {
        found.accept(new Finding(plain.start(), plain.end(), Kind.POSTCODE, 0.55));
      } else if (digits >= 5 && passage.before(plain.start(), STATE)) {
        found.accept(new Finding(plain.start(), plain.end(), Kind.POSTCODE, 0.6));
      }
    }
  }
}
