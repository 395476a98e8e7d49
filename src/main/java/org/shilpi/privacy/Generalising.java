package org.shilpi.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The same said less exactly.
final class Generalising {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[89]|20)\\d{2}(?!\\d)");
  private static final int OLDEST = 90;

  private Generalising() {}

  /// What a value becomes, or nothing where there is no less exact word for it.
  static Optional<String> of(Kind kind, String value) {
    return switch (kind) {
      case BIRTH_DATE, DATE -> year(value);
      case AGE -> age(value);
      case POSTCODE -> postcode(value);
      case IP -> Optional.of(network(value));
      case LINK -> host(value);
      case CARD -> Optional.of("****" + value.substring(Math.max(0, value.length() - 4)));
      default -> Optional.empty();
    };
  }

  private static Optional<String> year(String value) {
    Matcher year = YEAR.matcher(value);
    return year.find() ? Optional.of(year.group()) : Optional.empty();
  }

  // Ages from 90 on become one group, as in the safe harbor rule of HIPAA (45 CFR 164.514).
  private static Optional<String> age(String value) {
    if (!value.matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int age = Integer.parseInt(value);
    return Optional.of(age >= OLDEST ? OLDEST + "+" : age / 10 * 10 + "-" + (age / 10 * 10 + 9));
  }

  // The first three signs, as in that rule.
  private static Optional<String> postcode(String value) {
    if (value.length() < 4) {
      return Optional.empty();
    }
    return Optional.of(value.substring(0, 3) + "*".repeat(value.length() - 3));
  }

  private static String network(String value) {
    if (value.indexOf(':') < 0) {
      return value.replaceFirst("\\.\\d+(?:/\\d+)?$", ".0/24");
    }
    String[] groups = value.toLowerCase(Locale.ROOT).split(":", -1);
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < Math.min(3, groups.length) && !groups[i].isEmpty(); i++) {
      network.append(groups[i]).append(':');
    }
    return network.append(network.isEmpty() ? "::/48" : ":/48").toString();
  }

  private static Optional<String> host(String value) {
    Matcher host = Pattern.compile("^(?:\\w+://)?(?:[^/@]*@)?([^/?#:]+)").matcher(value);
    return host.find() ? Optional.of(host.group(1)) : Optional.empty();
  }
}
