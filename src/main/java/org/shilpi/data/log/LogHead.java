package org.shilpi.data.log;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.data.DateOrder;

/// What stands before the message in a line that begins a record.
///
/// @param date in ISO-8601 where the line tells the year
/// @param level such as WARN
/// @param component the program or class that wrote it
/// @param message where the message begins
record LogHead(
    Optional<String> date, Optional<String> level, Optional<String> component, int message) {
  private static final int MOST_WORDS = 8;
  private static final int MOST_IN_BRACKETS = 60;

  private static final Set<String> LEVELS =
      Set.of(
          "TRACE",
          "DEBUG",
          "INFO",
          "NOTICE",
          "WARN",
          "WARNING",
          "ERROR",
          "SEVERE",
          "FATAL",
          "FAILURE",
          "CRITICAL",
          "ALERT",
          "EMERGENCY",
          "FINE",
          "FINER",
          "FINEST",
          "CONFIG");

  // ISO and its relatives, syslog, Apache's two, Hadoop's yyMMdd HHmmss, Android's without a year.
  private static final Pattern MOMENT =
      Pattern.compile(
          """
          (?x)
          (?<iso> \\d{4}[-/.]\\d{2}[-/.]\\d{2} [T\\ _-] \\d{2}[:.]\\d{2}[:.]\\d{2}
            (?:[.,]\\d+)? (?:Z|\\ ?[+-]\\d{2}:?\\d{2}\\b)? )
          | (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\\ +)?
            (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\ +\\d{1,2}\\ +\\d{2}:\\d{2}:\\d{2}
            (?:\\.\\d+)? (?:\\ \\d{4})?
          | \\d{2}/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/\\d{4}:\\d{2}:\\d{2}:\\d{2}
            (?:\\ [+-]\\d{4})?
          | \\d{2}[-./]\\d{2}(?:[-./]\\d{2,4})?\\ \\d{2}:\\d{2}:\\d{2}(?:[.,]\\d+)?
          | \\d{6}\\ \\d{6}\\b
          | \\d{10}(?:\\.\\d+)?(?=\\ )
          """);

  // What may stand before the moment: a bracket, what web servers write of the client, a mark.
  private static final Pattern BEFORE =
      Pattern.compile("|[\\[(<-]\\s*|\\S{1,60} \\S{1,40} \\S{1,40} \\[|[\\w-]{1,20} ");

  // A process number, or a thread in brackets.
  private static final Pattern BETWEEN = Pattern.compile("[\\[(].*[\\])]:?|\\d+|-+|\\|");

  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]():,|<>]");
  private static final Pattern PROCESS = Pattern.compile("(\\[[^\\]]*\\])?:$");

  // The name of a program or class, perhaps with its process, before a colon.
  private static final Pattern COMPONENT =
      Pattern.compile("[A-Za-z][\\w.$/()@#-]*(?:\\[[^\\]\\s]*\\])?:");

  /// The head of a line; empty if it begins no record.
  static Optional<LogHead> of(String line) {
    Matcher moment = MOMENT.matcher(line);
    int limit = Math.min(line.length(), 120);
    moment.region(0, limit);
    if (!moment.find() || !BEFORE.matcher(line.substring(0, moment.start())).matches()) {
      return Optional.empty();
    }
    Optional<String> date = date(moment);
    int end = moment.end();
    // Some write the moment twice.
    while (moment.find() && words(line, end, moment.start()) <= 2) {
      date = date.or(() -> date(moment));
      end = moment.end();
    }
    return Optional.of(after(line, end, date));
  }

  private static Optional<String> date(Matcher moment) {
    String iso = moment.group("iso");
    if (iso == null) {
      return Optional.empty();
    }
    String day = iso.substring(0, 10).replaceAll("[/.]", "-");
    String time = iso.substring(11, 19).replace('.', ':');
    return DateOrder.DAY_FIRST.read(day + " " + time);
  }

  private static int words(String line, int from, int to) {
    return line.substring(from, to).strip().split("\\s+").length;
  }

  // Levels and components come in any order among threads, processes and hosts.
  private static LogHead after(String line, int end, Optional<String> date) {
    Optional<String> level = Optional.empty();
    Optional<String> component = Optional.empty();
    int message = skip(line, end);
    int at = message;
    for (int word = 0; word < MOST_WORDS && at < line.length(); word++) {
      String token = token(line, at);
      String bare = BRACKETS.matcher(token).replaceAll("").toUpperCase(Locale.ROOT);
      int next = skip(line, at + token.length());
      // Before the level, a host may stand between; after it, only the message.
      boolean mayName = level.isEmpty() ? word < 3 : at == message;
      if (level.isEmpty() && isLevel(bare, token(line, next))) {
        level = Optional.of(bare);
        message = next;
      } else if (mayName && COMPONENT.matcher(token).matches()) {
        component = Optional.of(PROCESS.matcher(token).replaceFirst(""));
        message = next;
        break;
      } else if (at == message && BETWEEN.matcher(token).matches()) {
        message = next;
      }
      at = next;
    }
    return new LogHead(date, level, component, message);
  }

  // Up to the next space; what is in brackets is one.
  private static String token(String line, int at) {
    if (at >= line.length()) {
      return "";
    }
    int close = line.charAt(at) == '[' ? line.indexOf(']', at) : -1;
    int stop = close > 0 && close < at + MOST_IN_BRACKETS ? close + 1 : line.indexOf(' ', at);
    return line.substring(at, stop < 0 ? line.length() : stop);
  }

  // Android writes only the first letter, before the component.
  private static boolean isLevel(String word, String next) {
    return LEVELS.contains(word)
        || word.length() == 1 && "VDIWEF".contains(word) && COMPONENT.matcher(next).matches();
  }

  private static int skip(String line, int from) {
    int at = from;
    while (at < line.length() && " \t]:,|-".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
