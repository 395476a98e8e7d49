package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.OddRow;
import tools.jackson.databind.JsonNode;

/// Labeled parts of a text out of JSON, under the names that the tools give to start, end and
/// label.
final class Marks {
  private static final List<String> START =
      List.of("start", "start_offset", "start_position", "start_char");
  private static final List<String> END = List.of("end", "end_offset", "end_position", "end_char");
  private static final List<String> LABEL = List.of("label", "entity_type", "labels");

  /// Where tools repeat the marked words themselves.
  private static final List<String> WORDS = List.of("entity_value", "text");

  private Marks() {}

  /// Whether a list holds marks, in any of the ways below.
  static boolean are(JsonNode list) {
    JsonNode first = list.path(0);
    return first.isArray() && first.size() == 3 && first.path(0).isInt() && first.path(1).isInt()
        || first.isObject() && Fields.first(first, START).isInt();
  }

  /// The marks of a list: `[start, end, label]`, or objects.
  ///
  /// @throws OddRow if one of them cannot stand on this text, or repeats other words than it marks
  static Judgement.Spans of(JsonNode list, String text, Ruler ruler) {
    List<Mark> marks = new ArrayList<>();
    for (JsonNode one : list) {
      marks.add(mark(one, text, ruler));
    }
    return new Judgement.Spans(marks);
  }

  /// One mark of such a list.
  static Mark mark(JsonNode one, String text, Ruler ruler) {
    boolean pair = one.isArray();
    JsonNode start = pair ? one.path(0) : Fields.first(one, START);
    JsonNode end = pair ? one.path(1) : Fields.first(one, END);
    List<String> labels = Choices.names(pair ? one.path(2) : Fields.first(one, LABEL));
    if (!start.isIntegralNumber() || !end.isIntegralNumber()) {
      throw new OddRow("rejected.mark-outside");
    }
    if (labels.size() != 1) {
      throw new OddRow("rejected.mark-labels");
    }
    Mark mark = ruler.mark(start.asLong(), end.asLong(), labels.getFirst());
    JsonNode words = pair ? one.path(3) : Fields.first(one, WORDS);
    String marked = text.substring(mark.start(), mark.end());
    if (words.isString() && !same(words.asString(), marked)) {
      throw new OddRow("rejected.mark-differs", words.asString(), marked);
    }
    return mark;
  }

  // Some tools write the line breaks of marked words in their own way.
  private static boolean same(String said, String marked) {
    return said.equals(marked) || plain(said).equals(plain(marked));
  }

  private static String plain(String words) {
    return words.replace("\\n", " ").replaceAll("\\s+", " ").strip();
  }
}
