package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mail addresses, also as people hide them: `ann (at) example dot org`.
final class MailFinder implements Finder {
  // RFC 5321 with 64 characters before the sign; letters of all scripts as in RFC 6531.
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<![\\w.+-])[\\p{L}\\p{N}\\p{M}_+&'#$%/=~-][\\p{L}\\p{N}\\p{M}._+&'#$%/=~-]{0,63}+@"
              + "[\\p{L}\\p{N}\\p{M}](?:[\\p{L}\\p{N}\\p{M}-]{0,62}+\\.){1,8}[\\p{L}\\p{M}]{2,24}+");
  private static final Pattern HIDDEN =
      Pattern.compile(
          "\\b[\\w.+-]{1,64}+\\s?[(\\[{]\\s?at\\s?[)\\]}]\\s?[\\w-]{1,63}+"
              + "(?:(?:\\.|\\s?[(\\[{]?\\s?dot\\s?[)\\]}]?\\s?)[\\w-]{1,63}+){1,6}",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    String text = passage.text();
    if (text.indexOf('@') >= 0) {
      tell(passage.all(PLAIN), 0.98, found);
    }
    if (text.indexOf("at") >= 0 && (text.indexOf('(') >= 0 || text.indexOf('[') >= 0)) {
      tell(passage.all(HIDDEN), 0.8, found);
    }
  }

  private static void tell(Matcher matcher, double confidence, Consumer<Finding> found) {
    while (matcher.find()) {
      found.accept(new Finding(matcher.start(), matcher.end(), Kind.EMAIL, confidence));
    }
  }
}
