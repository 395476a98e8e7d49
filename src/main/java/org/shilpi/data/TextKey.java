package org.shilpi.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/// What two texts share if they are the same but for case, spaces and the way letters are encoded
/// (Unicode NFKC).
public final class TextKey {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private TextKey() {}

  /// The text made alike: NFKC, lower case, one space for any run of spaces, none around it.
  public static String alike(String text) {
    return SPACES
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .strip();
  }

  /// The first 128 bits of the SHA-256 of the text made alike.
  public static UUID of(String text) {
    ByteBuffer hash =
        ByteBuffer.wrap(sha256().digest(alike(text).getBytes(StandardCharsets.UTF_8)));
    return new UUID(hash.getLong(), hash.getLong());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
