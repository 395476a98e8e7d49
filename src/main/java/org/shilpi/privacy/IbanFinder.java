package org.shilpi.privacy;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// International bank account numbers (ISO 13616), written together or in groups.
final class IbanFinder implements Finder {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w-])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]{2,4}){2,8}(?:[ -]?[A-Za-z0-9]{1,3})?"
              + "(?![\\w])");
  private static final Pattern CONTEXT =
      Pattern.compile("iban|account|transfer|bank|खाता", Pattern.CASE_INSENSITIVE);

  /// Lengths from the registry of SWIFT (release 99).
  private static final Map<String, Integer> LENGTHS =
      Map.ofEntries(
          Map.entry("AD", 24),
          Map.entry("AE", 23),
          Map.entry("AL", 28),
          Map.entry("AT", 20),
          Map.entry("AZ", 28),
          Map.entry("BA", 20),
          Map.entry("BE", 16),
          Map.entry("BG", 22),
          Map.entry("BH", 22),
          Map.entry("BR", 29),
          Map.entry("BY", 28),
          Map.entry("CH", 21),
          Map.entry("CR", 22),
          Map.entry("CY", 28),
          Map.entry("CZ", 24),
          Map.entry("DE", 22),
          Map.entry("DK", 18),
          Map.entry("DO", 28),
          Map.entry("EE", 20),
          Map.entry("EG", 29),
          Map.entry("ES", 24),
          Map.entry("FI", 18),
          Map.entry("FO", 18),
          Map.entry("FR", 27),
          Map.entry("GB", 22),
          Map.entry("GE", 22),
          Map.entry("GI", 23),
          Map.entry("GL", 18),
          Map.entry("GR", 27),
          Map.entry("GT", 28),
          Map.entry("HR", 21),
          Map.entry("HU", 28),
          Map.entry("IE", 22),
          Map.entry("IL", 23),
          Map.entry("IQ", 23),
          Map.entry("IS", 26),
          Map.entry("IT", 27),
          Map.entry("JO", 30),
          Map.entry("KW", 30),
          Map.entry("KZ", 20),
          Map.entry("LB", 28),
          Map.entry("LC", 32),
          Map.entry("LI", 21),
          Map.entry("LT", 20),
          Map.entry("LU", 20),
          Map.entry("LV", 21),
          Map.entry("LY", 25),
          Map.entry("MC", 27),
          Map.entry("MD", 24),
          Map.entry("ME", 22),
          Map.entry("MK", 19),
          Map.entry("MR", 27),
          Map.entry("MT", 31),
          Map.entry("MU", 30),
          Map.entry("NL", 18),
          Map.entry("NO", 15),
          Map.entry("PK", 24),
          Map.entry("PL", 28),
          Map.entry("PS", 29),
          Map.entry("PT", 25),
          Map.entry("QA", 29),
          Map.entry("RO", 24),
          Map.entry("RS", 22),
          Map.entry("SA", 24),
          Map.entry("SC", 31),
          Map.entry("SE", 24),
          Map.entry("SI", 19),
          Map.entry("SK", 24),
          Map.entry("SM", 27),
          Map.entry("ST", 25),
          Map.entry("SV", 28),
          Map.entry("TL", 23),
          Map.entry("TN", 24),
          Map.entry("TR", 26),
          Map.entry("UA", 29),
          Map.entry("VA", 22),
          Map.entry("VG", 24),
          Map.entry("XK", 20));

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (!passage.hasDigits()) {
      return;
    }
    Matcher matcher = passage.all(NUMBER);
    while (matcher.find()) {
      String iban = matcher.group().replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
      Integer length = LENGTHS.get(iban.substring(0, 2));
      if (length == null || iban.length() < length) {
        continue;
      }
      // What follows in the same line may look like one more group.
      int end = end(passage.text(), matcher.start(), length);
      boolean right = CheckDigits.iban(iban.substring(0, length));
      if (right || passage.before(matcher.start(), CONTEXT)) {
        found.accept(new Finding(matcher.start(), end, Kind.IBAN, right ? 1 : 0.6));
      }
    }
  }

  private static int end(String text, int start, int length) {
    int at = start;
    for (int taken = 0; taken < length; at++) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        taken++;
      }
    }
    return at;
  }
}
