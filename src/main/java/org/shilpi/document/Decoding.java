package org.shilpi.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shilpi.data.CharsetGuess;

/// How bytes became characters although what names their encoding is often wrong, or no name at
/// all.
///
/// @param charset name of the encoding that was used
record Decoding(String text, String charset) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern LATIN =
      Pattern.compile("(?i)(iso-8859-(1|15)|windows-1252|us-ascii)");

  /// Decodes with the encoding named, as long as the bytes agree.
  ///
  /// @param named as a header or a tag has it, possibly empty or nonsense
  static Decoding of(byte[] bytes, String named) {
    Optional<Decoding> marked = marked(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    // Two bytes a letter leave zeros in every text: without them the name is wrong.
    Optional<Charset> charset =
        charset(named).filter(found -> !found.name().startsWith("UTF-16") || hasZero(bytes));
    if (ascii(bytes)) {
      return plain(bytes, charset);
    }
    if (CharsetGuess.isUtf8(bytes)) {
      return with(bytes, StandardCharsets.UTF_8);
    }
    // Latin encodings take any bytes: that they fit proves nothing.
    boolean vague = charset.isEmpty() || LATIN.matcher(charset.get().name()).matches();
    if (!vague && CharsetGuess.strictly(bytes, charset.get()).isPresent()) {
      return with(bytes, charset.get());
    }
    Optional<Charset> guess =
        charset.isPresent() && vague ? CharsetGuess.notWestern(bytes) : CharsetGuess.of(bytes);
    return with(
        bytes,
        guess
            .filter(likely -> CharsetGuess.strictly(bytes, likely).isPresent())
            .or(() -> charset)
            .orElse(WINDOWS_1252));
  }

  private static Optional<Decoding> marked(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(with(bytes, StandardCharsets.UTF_8));
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(with(bytes, StandardCharsets.UTF_16LE));
    }
    return starts(bytes, 0xFE, 0xFF)
        ? Optional.of(with(bytes, StandardCharsets.UTF_16BE))
        : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... values) {
    for (int i = 0; i < values.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != values[i]) {
        return false;
      }
    }
    return true;
  }

  // Seven bits: ASCII, or one of the encodings that switch by escapes.
  private static Decoding plain(byte[] bytes, Optional<Charset> charset) {
    Optional<Charset> escaping = CharsetGuess.escaping(bytes);
    if (escaping.isPresent()) {
      return with(bytes, escaping.get());
    }
    String text = new String(bytes, StandardCharsets.US_ASCII);
    boolean shifts =
        charset
            .map(Charset::name)
            .filter(name -> name.startsWith("ISO-2022") || name.startsWith("UTF-16"))
            .isPresent();
    return shifts
        ? with(bytes, charset.get())
        : new Decoding(text, charset.map(Charset::name).orElse("US-ASCII"));
  }

  private static Decoding with(byte[] bytes, Charset charset) {
    return new Decoding(new String(bytes, charset), charset.name());
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean ascii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /// The encoding behind a name, mended as far as it can be: quoted-printable text that was not
  /// decoded leaves `3Diso-8859-1`, and some senders write `iso-8859` or `windows-`.
  static Optional<Charset> charset(String named) {
    String name = named.strip().toLowerCase(Locale.ROOT).replaceAll("[\"'\\s;,]", "");
    name = name.replaceFirst("^=?3d", "").replaceFirst("^charset=", "").replaceFirst("\\*.*", "");
    if (name.matches("windows-?(12?5?)?") || name.equals("iso-8859") || name.equals("ansi")) {
      name = "windows-1252";
    } else if (name.matches("iso-8859-8-[ie]")) {
      name = "iso-8859-8";
    } else if (name.matches("(windows|cp|iso|utf)\\d+.*")) {
      name = name.replaceFirst("(?<=[a-z])(?=\\d)", name.startsWith("cp") ? "" : "-");
    } else if (name.equals("x-mac-roman") || name.equals("macintosh")) {
      name = "x-macroman";
    }
    try {
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(CharsetGuess.wider(Charset.forName(name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
