package org.shilpi.quality;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Texts in UTF-8 that somebody read as Windows-1252 or Latin-1, so that “é” became “Ã©” and “न”
/// became “à¤¨”; and the way back, where nothing was lost.
///
/// Every run of characters that are no ASCII and have a byte in one of those encodings is turned
/// back into bytes; where those are whole, valid UTF-8, that is what the run was meant to be. Two
/// or three such characters may be meant as they stand (“CAFÉ…”), so a short run counts only where
/// it begins as nearly all of them do. Damage done twice is undone twice.
public final class Mojibake {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int MOST_ROUNDS = 3;
  private static final int NO_BYTE = -1;

  /// With which Latin letters, dashes and quotes, Indian scripts, full-width forms and emoji begin.
  private static final String USUAL = "ÂÃâàïð";

  /// Two characters or more: so many in a row are no chance.
  private static final int MEANT = 4;

  /// The byte of each character of Windows-1252 outside of Latin-1, by character.
  private static final byte[] BYTES = new byte[0x2200];

  static {
    for (int b = 0x80; b < 0xA0; b++) {
      char c = WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) b})).get();
      if (c != '\uFFFD' && c >= 0x100) {
        BYTES[c] = (byte) b;
      }
    }
  }

  private Mojibake() {}

  /// The text as it was meant, the text itself where nothing is wrong with it.
  public static String mended(String text) {
    String mended = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String once = once(mended);
      if (once.equals(mended)) {
        break;
      }
      mended = once;
    }
    return mended;
  }

  private static String once(String text) {
    StringBuilder mended = null;
    int copied = 0;
    int i = 0;
    while (i < text.length()) {
      if (octet(text.charAt(i)) == NO_BYTE) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length() && octet(text.charAt(end)) != NO_BYTE) {
        end++;
      }
      String meant = meant(text, i, end);
      if (!meant.isEmpty()) {
        mended = mended == null ? new StringBuilder(text.length()) : mended;
        mended.append(text, copied, i).append(meant);
        copied = end;
      }
      i = end;
    }
    return mended == null ? text : mended.append(text, copied, text.length()).toString();
  }

  /// What a run was meant to be, an empty string where it is meant as it stands.
  private static String meant(String text, int start, int end) {
    if (end - start < MEANT && USUAL.indexOf(text.charAt(start)) < 0) {
      return "";
    }
    byte[] bytes = new byte[end - start];
    for (int i = start; i < end; i++) {
      bytes[i - start] = (byte) octet(text.charAt(i));
    }
    try {
      CharBuffer meant = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return meant.toString();
    } catch (CharacterCodingException meantAsItStands) {
      return "";
    }
  }

  /// The byte 0x80 to 0xFF that the character stands for in Windows-1252 or Latin-1.
  private static int octet(char c) {
    if (c >= 0x80 && c <= 0xFF) {
      return c;
    }
    return c < BYTES.length && BYTES[c] != 0 ? BYTES[c] & 0xFF : NO_BYTE;
  }
}
