package org.shilpi.privacy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Telephone numbers. Google's libphonenumber says which are given out in India, the United States
/// and Britain, or anywhere behind a `+`; for other countries' numbers the way they are grouped and
/// what stands beside them must do.
final class PhoneFinder implements Finder {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w@./:-])(?:\\+|00)?(?:\\(\\+?\\d{1,5}\\)|\\d)[\\d.()/ -]{4,22}\\d"
              + "(?:\\s?(?:x|ext\\.?|extn\\.?)\\s?\\d{1,6})?(?![\\w@]|[.,:]\\d|-\\d)");
  private static final Pattern NEAR =
      Pattern.compile(
          "phone|mobile|\\bmob\\b|\\bcell|\\bcall|\\btel\\b|telephone|\\bfax|whats?app|\\bsms\\b|\\btext\\b|"
              + "\\bring\\b|dial|contact|reach|answering|messages? (?:to|on)|helpline|\\bdesk\\b|office|"
              + "registered|landline|hotline|फ़?ोन|फ़?ोन|मोबाइल|नंबर|संपर्क",
          Pattern.CASE_INSENSITIVE);
  // `704 1436 Redbud Drive`, `Apt. 675 62314`: numbers of houses and flats.
  private static final Pattern IN_ADDRESS_BEFORE =
      Pattern.compile(
          "\\b(?:(?:apt|apartment|suite|ste|unit|flat|room|floor|plot|box)\\.?\\s?#?"
              + "|(?:zip|pin|post(?:al)?)(?: ?code)?(?: is|:)?\\s)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_ADDRESS_AFTER = Pattern.compile("^[,]?[ \\t]+\\p{Lu}\\p{L}+");
  private static final Pattern GROUPED = Pattern.compile("\\+.*|.*\\d[ .()/-]+\\d.*");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}.*|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}.*");
  private static final Pattern PARTS = Pattern.compile("\\d+");
  private static final List<String> REGIONS = List.of("IN", "US", "GB");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher matcher = passage.all(NUMBER);
    while (matcher.find()) {
      int start = start(matcher);
      String number = passage.text().substring(start, matcher.end());
      long digits =
          number.replaceFirst("(?:x|ext).*", "").chars().filter(Character::isDigit).count();
      if (digits < 7 || digits > 15 || DATE.matcher(number).matches()) {
        continue;
      }
      if (!number.startsWith("+") && digits < 10 && inAddress(passage, start, matcher.end())) {
        continue;
      }
      double confidence = confidence(number, passage.near(start, matcher.end(), NEAR));
      if (confidence > 0) {
        found.accept(new Finding(start, matcher.end(), Kind.PHONE, confidence));
      }
    }
  }

  private static boolean inAddress(Passage passage, int start, int end) {
    return passage.before(start, IN_ADDRESS_BEFORE)
        || passage.after(end, IN_ADDRESS_AFTER) && !passage.before(start, NEAR);
  }

  // A bracket that is never closed opens no number.
  private static int start(Matcher matcher) {
    return matcher.group().startsWith("(") && matcher.group().indexOf(')') < 0
        ? matcher.start() + 1
        : matcher.start();
  }

  private double confidence(String number, boolean near) {
    boolean grouped = GROUPED.matcher(number).matches();
    if (valid(number)) {
      return near ? 0.97 : grouped ? 0.85 : 0.6;
    }
    if (near) {
      return grouped ? 0.8 : 0.65;
    }
    // Long parts only: sizes, scores and ranges come in short ones.
    long parts = PARTS.matcher(number).results().count();
    return grouped && parts >= 2 && parts <= 5 ? 0.5 : 0;
  }

  private boolean valid(String number) {
    if (number.startsWith("+") || number.startsWith("(+")) {
      return valid(number, "ZZ");
    }
    return REGIONS.stream().anyMatch(region -> valid(number, region));
  }

  private boolean valid(String number, String region) {
    try {
      PhoneNumber parsed = numbers.parse(number, region);
      return numbers.isValidNumber(parsed);
    } catch (NumberParseException notOne) {
      return false;
    }
  }
}
