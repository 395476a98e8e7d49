package org.shilpi.privacy;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.SecretKey;

/// Made-up values that stand for real ones: the same for the same, as long as the key is the same.
///
/// A person's name is replaced word by word, so that `Ann Smith`, `Ann` and `Mr Smith` stay one
/// person wherever they are met. Numbers and addresses come from ranges that are set aside for
/// this: country code 999, example.org, and the networks of RFC 2544 and RFC 3849.
public final class StandIns {
  private static final List<String> GIVEN = sorted(Lexicon.GIVEN);
  private static final List<String> SURNAMES = sorted(Lexicon.SURNAMES);
  private static final List<String> DEVANAGARI = Lexicon.DEVANAGARI.stream().sorted().toList();

  /// Two of a million different values are alike once in 500 times.
  private static final int TAG = 6;

  private final SecretKey key;

  public StandIns(SecretKey key) {
    this.key = key;
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream()
        .filter(name -> name.length() > 2 && name.chars().allMatch(c -> c < 128))
        .filter(name -> !Lexicon.COMMON.contains(name))
        .sorted()
        .toList();
  }

  /// The same for writings that differ in case, spaces and punctuation only.
  static String alike(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Z}\\p{Punct}’]+", "");
  }

  /// What stands for a value.
  public String of(Kind kind, String value) {
    if (kind == Kind.PERSON) {
      return person(value);
    }
    byte[] hash = SecretKeys.hmac(key, "stand-in " + kind.id(), alike(value));
    String hex = HexFormat.of().formatHex(hash, 0, 4);
    long digits = ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
    return switch (kind) {
      case EMAIL -> "person-" + hex + "@example.org";
      case PHONE ->
          "+999 %03d %03d %04d"
              .formatted(digits % 1000, digits / 1000 % 1000, digits / 1_000_000 % 10_000);
      case IP ->
          value.indexOf(':') >= 0
              ? "2001:db8::" + hex.substring(0, 4) + ":" + hex.substring(4)
              : "198.18." + (hash[0] & 0xFF) + "." + (hash[1] & 0xFF);
      case LINK -> "https://" + hex + ".example.org/";
      default -> "[" + kind.name() + "-" + hex + "]";
    };
  }

  /// What tells a value apart from others without telling it, where no two may be alike.
  public String tag(Kind kind, String value) {
    byte[] hash = SecretKeys.hmac(key, "tag " + kind.id(), value);
    return "[" + kind.name() + "-" + HexFormat.of().formatHex(hash, 0, TAG) + "]";
  }

  private String person(String value) {
    StringBuilder made = new StringBuilder();
    int at = 0;
    for (Word word : new Passage(value).words()) {
      made.append(value, at, word.start()).append(name(value, word));
      at = word.end();
    }
    return made.append(value, at, value.length()).toString();
  }

  private String name(String value, Word word) {
    byte[] hash = SecretKeys.hmac(key, "stand-in name", alike(word.lower()));
    int number = ByteBuffer.wrap(hash).getInt() & Integer.MAX_VALUE;
    if (word.length() == 1) {
      return String.valueOf((char) ('A' + number % 26));
    }
    if (Lexicon.PARTICLES.contains(word.lower())) {
      return value.substring(word.start(), word.end());
    }
    if (Character.UnicodeScript.of(word.lower().codePointAt(0))
        == Character.UnicodeScript.DEVANAGARI) {
      return DEVANAGARI.get(number % DEVANAGARI.size());
    }
    List<String> names = Lexicon.GIVEN.contains(word.lower()) ? GIVEN : SURNAMES;
    String name = names.get(number % names.size());
    return switch (word.shape()) {
      case UPPER -> name.toUpperCase(Locale.ROOT);
      case LOWER -> name;
      default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
    };
  }
}
