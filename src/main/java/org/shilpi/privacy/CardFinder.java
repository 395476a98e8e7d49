package org.shilpi.privacy;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of payment cards: 12 to 19 digits from an issuer's range (ISO/IEC 7812) with Luhn's sum.
final class CardFinder implements Finder {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.-])(?:\\d{12,19}+|\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{1,7}|"
              + "\\d{4}([ -])\\d{6}\\2\\d{4,5})(?![\\w-]|\\.\\d)");
  // Visa, Mastercard, Amex, Diners, Discover, UnionPay, JCB, Maestro, RuPay.
  private static final Pattern ISSUERS =
      Pattern.compile("(?:4|5[0-8]|2[2-7]|3[4-9]|30[0-59]|6[0-9]|2131|1800|81|82|50).*");
  private static final Pattern CONTEXT =
      Pattern.compile(
          "card|credit|debit|visa|master|amex|maestro|rupay|discover|\\bcc\\b|cvv|कार्ड",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher matcher = passage.all(NUMBER);
    while (matcher.find()) {
      String digits = matcher.group().replaceAll("[ -]", "");
      boolean near = passage.near(matcher.start(), matcher.end(), CONTEXT);
      double confidence = confidence(digits, near);
      if (confidence > 0) {
        found.accept(new Finding(matcher.start(), matcher.end(), Kind.CARD, confidence));
      }
    }
  }

  private static double confidence(String digits, boolean near) {
    boolean issued = ISSUERS.matcher(digits).matches();
    if (issued && CheckDigits.luhn(digits)) {
      return near ? 0.99 : digits.length() >= 15 ? 0.9 : 0.75;
    }
    // A slip of the pen in a card's number is still most of a card's number.
    return near && digits.length() >= 13 ? 0.65 : 0;
  }
}
