package org.shilpi.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// A box of mails, one after the other, each below a line that starts with "From " (RFC 4155 and
/// the dialects before it). One mail is held at a time.
final class MboxFormat implements Formats.Format {
  private static final int LONGEST_SEPARATOR = 400;

  // The usual one, with a date in full, needs no blank line above it.
  private static final Pattern CERTAIN =
      Pattern.compile("From \\S+ +\\w{3} \\w{3} +\\d+ \\d\\d:\\d\\d(:\\d\\d)?.* \\d{4}.*\\R?");
  private static final Pattern LIKELY =
      Pattern.compile("From \\S+ (?=.*\\d\\d:\\d\\d).*\\b(19|20)\\d\\d\\b.*\\R?");
  private static final Pattern ESCAPED = Pattern.compile(">+From .*", Pattern.DOTALL);

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    double size = Math.max(1, content.size());
    long read = 0;
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    boolean blank = true;
    boolean within = false;
    try (InputStream in = content.stream()) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        read += line.length;
        if (separates(line, blank)) {
          if (within) {
            hand(content, mail, reading);
          }
          reading.share(read / size);
          mail.reset();
          within = true;
        } else if (mail.size() <= Limits.DOCUMENT) {
          int escape = ESCAPED.matcher(head(line)).matches() ? 1 : 0;
          mail.write(line, escape, line.length - escape);
          within |= !isBlank(line);
        }
        blank = isBlank(line);
      }
    }
    if (within) {
      hand(content, mail, reading);
    }
  }

  private static void hand(Content box, ByteArrayOutputStream mail, Reading reading) {
    reading.attempt(
        box,
        "eml",
        () -> {
          if (mail.size() > Limits.DOCUMENT) {
            throw Unreadable.large();
          }
          Content content = box.part(mail.toByteArray(), Optional.empty());
          MailFormat.hand(content, MailParser.parse(content.bytes(), reading), reading);
        });
  }

  private static boolean separates(byte[] line, boolean blankBefore) {
    if (line.length < 10 || line[0] != 'F') {
      return false;
    }
    String head = head(line);
    return CERTAIN.matcher(head).matches() || blankBefore && LIKELY.matcher(head).matches();
  }

  private static String head(byte[] line) {
    return new String(
        line, 0, Math.min(line.length, LONGEST_SEPARATOR), StandardCharsets.ISO_8859_1);
  }

  private static boolean isBlank(byte[] line) {
    return line[0] == '\n' || line[0] == '\r';
  }

  // A line with its end, or a piece of a very long one; nothing at the end of the stream.
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    int c = in.read();
    while (c >= 0) {
      line.write(c);
      if (c == '\n' || line.size() >= 1 << 16) {
        break;
      }
      c = in.read();
    }
    return line.toByteArray();
  }
}
