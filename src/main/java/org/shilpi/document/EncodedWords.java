package org.shilpi.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Headers in letters beyond ASCII (RFC 2047), as mailers write them rather than as they should:
/// words split in the middle of a character, names of encodings that do not exist, raw eight bits.
final class EncodedWords {
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?\\r\\n]*)\\?=(?:[ \\t\\r\\n]+(?==\\?))?");

  private EncodedWords() {}

  /// @param raw bytes of a header's value, as they came
  /// @param charset what the mail's text is in, for raw eight bits
  static String decode(byte[] raw, String charset) {
    String header = Decoding.of(raw, charset).text().replaceAll("\\r?\\n[ \\t]*", " ").strip();
    return decode(header);
  }

  static String decode(String header) {
    Matcher matcher = WORD.matcher(header);
    StringBuilder out = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    while (matcher.find()) {
      String between = header.substring(end, matcher.start());
      String named = matcher.group(1).toLowerCase(Locale.ROOT);
      if (!between.isEmpty() || !named.equals(charset)) {
        flush(bytes, charset, out);
        out.append(between);
        charset = named;
      }
      bytes.writeBytes(
          matcher.group(2).equalsIgnoreCase("b")
              ? Base64Lines.decode(matcher.group(3))
              : quoted(matcher.group(3)));
      end = matcher.end();
    }
    flush(bytes, charset, out);
    return out.append(header.substring(end)).toString();
  }

  private static void flush(ByteArrayOutputStream bytes, String charset, StringBuilder out) {
    out.append(Decoding.of(bytes.toByteArray(), charset).text());
    bytes.reset();
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && i + 2 < text.length() && hex(text, i + 1)) {
        out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else if (c == '_') {
        out.write(' ');
      } else {
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static boolean hex(String text, int at) {
    return Character.digit(text.charAt(at), 16) >= 0
        && Character.digit(text.charAt(at + 1), 16) >= 0;
  }
}
