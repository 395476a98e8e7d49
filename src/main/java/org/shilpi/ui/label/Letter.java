package org.shilpi.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that may begin like a mail: its head lines, and the rest.
///
/// @param head the lines at the top, in their order; none where the text is no mail
/// @param body what follows, without blank lines at its start
record Letter(List<Line> head, String body) {
  /// @param name as it stands in the text, such as `Subject`
  record Line(String name, String value) {
    boolean subject() {
      return SUBJECT.contains(name.toLowerCase(Locale.ROOT));
    }
  }

  private static final List<String> SUBJECT = List.of("subject", "विषय");
  private static final Pattern LINE =
      Pattern.compile(
          "(From|To|Cc|Subject|Date|Sent|Received|Reply-To|प्रेषक|सेवा में|विषय|दिनांक)\\s*:\\s*(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final int MOST_LINES = 8;
  private static final int LONGEST_TITLE = 160;

  Letter {
    head = List.copyOf(head);
  }

  static Letter of(String text) {
    List<Line> head = new ArrayList<>();
    int at = 0;
    while (head.size() < MOST_LINES) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end).strip();
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        // A single "From: ..." inside plain prose is no head.
        boolean mail = head.size() > 1 || (head.size() == 1 && line.isEmpty());
        return mail ? new Letter(head, body(text, at)) : new Letter(List.of(), body(text, 0));
      }
      if (!matcher.group(2).isEmpty()) {
        head.add(new Line(matcher.group(1), matcher.group(2)));
      }
      if (end < 0) {
        return new Letter(List.of(), body(text, 0));
      }
      at = end + 1;
    }
    return new Letter(head, body(text, at));
  }

  private static String body(String text, int from) {
    int at = from;
    int lineStart = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      if (text.charAt(at++) == '\n') {
        lineStart = at;
      }
    }
    return text.substring(lineStart).stripTrailing();
  }

  /// One line that stands for the text in a list: its subject, or how it begins.
  String title() {
    Optional<String> subject = head.stream().filter(Line::subject).map(Line::value).findFirst();
    String line = subject.orElseGet(() -> body.lines().findFirst().orElse("").strip());
    return line.length() <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
  }
}
