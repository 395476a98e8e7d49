package org.shilpi.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in base64 (RFC 2045) as it arrives: in several pieces, with letters missing, and with the
/// footer of a mailing list below it, which is words and no code.
final class Base64Lines {
  private static final Pattern NO_CODE = Pattern.compile("[^A-Za-z0-9+/=\\s]");

  // A blank line, or the padding at the end of one.
  private static final Pattern END =
      Pattern.compile("(?<=\\S)[ \\t\\r]*\\n[ \\t\\r]*\\n|=+[ \\t\\r]*\\n");

  private Base64Lines() {}

  /// What the code says, and behind it the words below it, if any.
  static byte[] decode(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    Matcher odd = NO_CODE.matcher(text);
    Matcher end = END.matcher(text);
    boolean words = odd.find() && end.find() && end.start() < odd.start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(decode(words ? text.substring(0, end.start()) : text));
    if (words) {
      out.writeBytes(new byte[] {'\n', '\n'});
      out.write(body, end.end(), body.length - end.end());
    }
    return out.toByteArray();
  }

  /// Bytes of a code, whatever else stands in it.
  static byte[] decode(String code) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String piece : code.replaceAll("[^A-Za-z0-9+/=]", "").split("=+")) {
      // One left over carries no whole byte.
      int whole = piece.length() % 4 == 1 ? piece.length() - 1 : piece.length();
      out.writeBytes(Base64.getDecoder().decode(piece.substring(0, whole)));
    }
    return out.toByteArray();
  }
}
