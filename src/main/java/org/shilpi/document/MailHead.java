package org.shilpi.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The header of a mail, mended for a parser that loses a line where a header ends without a blank
/// one, and a last line without an end, and that takes the lines of a mailbox for text.
final class MailHead {
  // A field, or more of one.
  private static final Pattern FIELD = Pattern.compile("(?s)[!-9;-~]+[ \\t]*:.*|[ \\t].*\\S.*");
  private static final Pattern OF_A_BOX = Pattern.compile("(?s)>?From .*");

  private MailHead() {}

  /// The same mail with a header that ends well.
  static InputStream mended(byte[] mail) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    int body = copy(mail, header);
    header.write('\n');
    return new SequenceInputStream(
        new ByteArrayInputStream(header.toByteArray()),
        new SequenceInputStream(
            new ByteArrayInputStream(mail, body, mail.length - body),
            new ByteArrayInputStream(new byte[] {'\n'})));
  }

  // Tells where the body starts.
  private static int copy(byte[] mail, ByteArrayOutputStream header) {
    int start = 0;
    while (start < mail.length) {
      int end = start;
      while (end < mail.length && mail[end] != '\n') {
        end++;
      }
      String line = new String(mail, start, end - start, StandardCharsets.ISO_8859_1);
      if (FIELD.matcher(line).matches()) {
        header.write(mail, start, end - start);
        header.write('\n');
      } else if (!OF_A_BOX.matcher(line).matches()) {
        // A blank line is no part of the body, anything else is.
        return line.isBlank() ? Math.min(end + 1, mail.length) : start;
      }
      start = end + 1;
    }
    return mail.length;
  }
}
