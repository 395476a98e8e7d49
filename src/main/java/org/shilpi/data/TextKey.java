package org.shilpi.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/// What two texts share if they are the same but for case, spaces and the way letters are encoded
/// (Unicode NFKC).
public final class TextKey {
  private TextKey() {}

  /// The first 128 bits of the SHA-256 of the text made alike.
  public static UUID of(String text) {
    byte[] alike = alike(text).getBytes(StandardCharsets.UTF_8);
    ByteBuffer hash = ByteBuffer.wrap(sha256().digest(alike));
    return new UUID(hash.getLong(), hash.getLong());
  }

  /// The text made alike: NFKC, lower case, one space for any run of spaces, none around it.
  public static String alike(String text) {
    // Both are slow, and leave ASCII as it is.
    boolean plain = isAscii(text);
    String lower =
        plain ? text : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder alike = new StringBuilder(lower.length());
    boolean spaces = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (isSpace(c)) {
        spaces = true;
        continue;
      }
      if (spaces) {
        alike.append(' ');
        spaces = false;
      }
      alike.append(plain && c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return alike.toString().strip();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }

  // White space as regular expressions know it, and Unicode's separators, none of which lies beyond
  // the first plane.
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c >= 128 && Character.isSpaceChar(c);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
