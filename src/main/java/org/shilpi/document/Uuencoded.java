package org.shilpi.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files in the middle of a text, as they were sent before mails had parts (uuencode).
///
/// @param text what remains without them
/// @param files with their names and sizes, without their bytes
record Uuencoded(String text, List<Mail.Attachment> files) {
  private static final int BYTES_A_LINE = 45;
  private static final Pattern BEGIN = Pattern.compile("begin [0-7]{3,4} (\\S.{0,200})");
  private static final Pattern LINE = Pattern.compile("[ -`]{1,62}");

  static Uuencoded of(String text) {
    if (!text.contains("begin ")) {
      return new Uuencoded(text, List.of());
    }
    List<String> lines = text.lines().toList();
    List<String> rest = new ArrayList<>();
    List<Mail.Attachment> files = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher begin = BEGIN.matcher(lines.get(i));
      int end = begin.matches() ? end(lines, i + 1) : -1;
      if (end < 0) {
        rest.add(lines.get(i));
      } else {
        files.add(
            new Mail.Attachment(
                Words.field(begin.group(1)),
                "application/octet-stream",
                (long) (end - i - 1) * BYTES_A_LINE,
                new byte[0],
                ""));
        i = end;
      }
    }
    return new Uuencoded(String.join("\n", rest), files);
  }

  // Where a file ends whose lines start here, -1 if it is none.
  private static int end(List<String> lines, int start) {
    for (int i = start; i < lines.size(); i++) {
      if (lines.get(i).equals("end")) {
        return i;
      }
      if (!lines.get(i).isEmpty() && !LINE.matcher(lines.get(i)).matches()) {
        return -1;
      }
    }
    return -1;
  }
}
