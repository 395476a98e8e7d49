package org.shilpi.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/// Tells an encoding from bytes alone, by what is possible in it and by how often its characters
/// come (Li and Momoi: A composite approach to language/encoding detection, 2001).
public final class CharsetGuess {
  private static final int MOST = 1 << 18;

  /// Bytes beyond ASCII in a row, fewest: no Latin word has so many.
  private static final int WORD = 4;

  private static final Pattern JAPANESE = Pattern.compile("\u001b(\\$[@B]|\\([JI])");
  private static final Charset ARABIC = Charset.forName("windows-1256");
  private static final Charset TURKISH = Charset.forName("windows-1254");

  /// Letters of Turkish beyond ASCII; the first six are its own.
  private static final String TURKISH_LETTERS = "ğışĞİŞçöüÇÖÜâîûÂÎÛ’‘“”–…";

  private CharsetGuess() {}

  /// The most likely encoding. Empty for ASCII, and where nothing is likely.
  public static Optional<Charset> of(byte[] bytes) {
    if (isArabic(bytes)) {
      return Optional.of(ARABIC);
    }
    if (isTurkish(bytes)) {
      return Optional.of(TURKISH);
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, MOST));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    return name == null || name.equals("US-ASCII") || !Charset.isSupported(name)
        ? Optional.empty()
        : Optional.of(wider(Charset.forName(name)));
  }

  // The detector knows no Turkish, which differs from the Latin of its west in six letters only.
  // Icelandic has these bytes too, but many an accent that Turkish has not.
  private static boolean isTurkish(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, MOST), TURKISH);
    int foreign = 0;
    int turkish = 0;
    int own = 0;
    for (int i = 0; i < text.length(); i++) {
      int letter = text.charAt(i) > 0x7f ? TURKISH_LETTERS.indexOf(text.charAt(i)) : -1;
      foreign += text.charAt(i) > 0x7f ? 1 : 0;
      turkish += letter >= 0 ? 1 : 0;
      own += letter >= 0 && letter < 6 ? 1 : 0;
    }
    return own >= 4 && 3 * own > foreign && turkish > 0.95 * foreign;
  }

  // The detector knows no Arabic, and takes it for Cyrillic. Two of its letters make up a quarter
  // of any text.
  private static boolean isArabic(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, MOST), ARABIC);
    int foreign = 0;
    int arabic = 0;
    int common = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        foreign++;
        arabic += Character.UnicodeBlock.of(c) == Character.UnicodeBlock.ARABIC ? 1 : 0;
        common += c == '\u0627' || c == '\u0644' ? 1 : 0;
      }
    }
    return arabic >= 20 && arabic > 0.9 * foreign && common > 0.15 * arabic;
  }

  /// The encoding of a text that switches by escapes and is ASCII otherwise, as mails in Japanese
  /// and Korean have been; empty if it does not.
  public static Optional<Charset> escaping(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, MOST), StandardCharsets.ISO_8859_1);
    if (JAPANESE.matcher(start).find()) {
      return Optional.of(Charset.forName("ISO-2022-JP"));
    }
    return start.contains("\u001b$)C")
        ? Optional.of(Charset.forName("ISO-2022-KR"))
        : Optional.empty();
  }

  /// The most likely encoding, if it is surely none of western Europe's: these take any bytes.
  public static Optional<Charset> notWestern(byte[] bytes) {
    return of(bytes).filter(guess -> guess.equals(TURKISH) || farFromLatin(bytes));
  }

  /// Whether these are no words of Latin letters: those have an accent here and there, other
  /// scripts have hardly anything else, or at least whole words of it.
  private static boolean farFromLatin(byte[] bytes) {
    int high = 0;
    int letters = 0;
    int inWords = 0;
    int word = 0;
    for (int i = 0; i <= bytes.length; i++) {
      byte b = i < bytes.length ? bytes[i] : 0;
      if (b < 0) {
        high++;
        // Lines and ornaments repeat one character.
        word += word > 0 && bytes[i - 1] == b ? 0 : 1;
      } else {
        inWords += word >= WORD ? word : 0;
        word = 0;
        letters += Character.isLetter(b) ? 1 : 0;
      }
    }
    return high > 8 && (4 * high > letters || inWords > 0.8 * high);
  }

  /// The encoding that senders mean when they name this one: the same characters and some more, as
  /// the Encoding Standard of the web has it.
  public static Charset wider(Charset named) {
    return switch (named.name()) {
      case "US-ASCII", "ISO-8859-1" -> Charset.forName("windows-1252");
      case "ISO-8859-9" -> Charset.forName("windows-1254");
      case "TIS-620", "x-iso-8859-11" -> Charset.forName("x-windows-874");
      case "GB2312", "GBK", "EUC-CN", "x-EUC-CN" -> Charset.forName("GB18030");
      case "Big5" -> Charset.forName("Big5-HKSCS");
      case "Shift_JIS" -> Charset.forName("windows-31j");
      case "EUC-KR" -> Charset.forName("x-windows-949");
      // Nobody writes it any more; Windows' own looks much like it.
      case "x-MacCyrillic" -> Charset.forName("windows-1251");
      default -> named;
    };
  }

  /// The text, if every byte fits.
  public static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// Whether these bytes are UTF-8 and could be told from ASCII.
  public static boolean isUtf8(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return strictly(bytes, StandardCharsets.UTF_8).isPresent();
      }
    }
    return false;
  }
}
