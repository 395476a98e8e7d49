package org.shilpi.data.log;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.shilpi.data.Origin;

/// One record of a log.
///
/// @param number from 1
/// @param line of its first line, from 1
/// @param text all its lines
record LogRecord(long number, long line, LogHead head, String text) {
  private static final int MOST_WORDS = 200;

  /// What its first line says after the head.
  String message() {
    int end = text.indexOf('\n');
    String whole = end < 0 ? text : text.substring(0, end);
    return whole.substring(Math.min(head.message(), whole.length())).strip();
  }

  /// The words of a message, at most 200.
  static List<String> words(String message) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(message);
    while (tokens.hasMoreTokens() && words.size() < MOST_WORDS) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  /// Date, level and component as the head has them.
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    head.date().ifPresent(date -> fields.put(Origin.DATE, date));
    head.level().ifPresent(level -> fields.put("level", level));
    head.component().ifPresent(component -> fields.put("component", component));
    return fields;
  }
}
