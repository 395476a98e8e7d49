package org.shilpi.privacy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys, tokens and passwords: those whose makers gave them a form of their own, and anything
/// disorderly behind a word such as `password`.
final class SecretFinder implements Finder {
  private static final List<Pattern> FORMS =
      List.of(
          // Amazon, Google, GitHub, GitLab, Slack, Stripe, OpenAI and Anthropic, SendGrid, npm,
          // JSON web tokens, private keys.
          Pattern.compile("(?<!\\w)(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}(?!\\w)"),
          Pattern.compile("(?<!\\w)AIza[\\w-]{35}(?!\\w)"),
          Pattern.compile("(?<!\\w)ya29\\.[\\w-]{20,400}+"),
          Pattern.compile("(?<!\\w)(?:gh[pousr]_\\w{36,255}+|github_pat_\\w{22,255}+)"),
          Pattern.compile("(?<!\\w)glpat-[\\w-]{20,64}+"),
          Pattern.compile("(?<!\\w)xox[abeoprs]-[\\w-]{10,250}+"),
          Pattern.compile("https://hooks\\.slack\\.com/services/[\\w/]{20,120}+"),
          Pattern.compile("(?<!\\w)(?:sk|pk|rk)_(?:live|test)_\\w{16,255}+"),
          Pattern.compile("(?<!\\w)sk-[\\w-]{20,255}+"),
          Pattern.compile("(?<!\\w)SG\\.[\\w-]{16,64}+\\.[\\w-]{16,64}+"),
          Pattern.compile("(?<!\\w)npm_\\w{36}(?!\\w)"),
          Pattern.compile("(?<![\\w.])eyJ[\\w-]{8,4096}+\\.[\\w-]{8,8192}+\\.[\\w-]{0,4096}+"),
          Pattern.compile(
              "-----BEGIN (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}+"
                  + "(?:-----END (?:[A-Z]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?"));
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:passw(?:or)?d|passcode|pwd|passphrase|secret|api[ _-]?key|access[ _-]?key|"
              + "auth(?:orization)?[ _-]?(?:key|token)?|token|bearer|client[ _-]?secret|credential|"
              + "\\botp\\b|\\bpin\\b|पासवर्ड|ओटीपी)s?[\"']?\\s{0,3}(?:[:=]|is|was|हैं?)\\s{0,3}[\"'`]?"
              + "([^\\s\"'`,;<>]{4,512}+)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> WORDS =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "passcode",
          "pwd",
          "passphrase",
          "secret",
          "key",
          "keys",
          "apikey",
          "api_key",
          "accesskey",
          "token",
          "tokens",
          "bearer",
          "credential",
          "credentials",
          "otp",
          "pin",
          "पासवर्ड",
          "ओटीपी");
  private static final int SHORTEST = 16;
  private static final double LEAST_BITS = 2.5;

  @Override
  public void find(Passage passage, Consumer<Finding> found) {
    if (passage.hasLong(SHORTEST)) {
      for (Pattern form : FORMS) {
        Matcher matcher = passage.all(form);
        while (matcher.find()) {
          found.accept(new Finding(matcher.start(), matcher.end(), Kind.SECRET, 0.99));
        }
      }
    }
    if (!passage.hasAny(WORDS)) {
      return;
    }
    Matcher named = passage.all(NAMED);
    while (named.find()) {
      String value = named.group(1).replaceFirst("[.!?)\\]]+$", "");
      if (value.length() >= 4) {
        double confidence = confidence(value);
        if (confidence > 0) {
          int start = named.start(1);
          found.accept(new Finding(start, start + value.length(), Kind.SECRET, confidence));
        }
      }
    }
  }

  // `password: hunter2` but not `the password is wrong`.
  private static double confidence(String value) {
    boolean letters = value.chars().anyMatch(Character::isLetter);
    boolean digits = value.chars().anyMatch(Character::isDigit);
    boolean signs = value.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
    int classes = (letters ? 1 : 0) + (digits ? 1 : 0) + (signs ? 1 : 0);
    if (classes >= 2) {
      return value.length() >= 8 && entropy(value) >= LEAST_BITS ? 0.9 : 0.7;
    }
    return digits ? 0.7 : 0;
  }

  /// Bits a character, by how often each is met in the value itself.
  static double entropy(String value) {
    return value
        .chars()
        .distinct()
        .mapToDouble(c -> {
          double share = value.chars().filter(o -> o == c).count() / (double) value.length();
          return -share * Math.log(share) / Math.log(2);
        })
        .sum();
  }
}
