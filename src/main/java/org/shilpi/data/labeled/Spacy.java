package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// spaCy's training records and Prodigy's: `["text", {"entities": [[start, end, label]], "cats":
/// {label: 0 or 1}}]`, or the same as an object with `text` and `entities`, `spans` or `cats`.
/// Counted in code points.
final class Spacy implements RecordShape {
  private static final List<String> SPANS = List.of("entities", "spans");
  private static final List<String> LABELS = List.of("cats", "entities", "spans");

  @Override
  public String id() {
    return "spacy";
  }

  @Override
  public boolean fits(JsonNode record) {
    return holdsText(record) && (says(record) || labels(record).isMissingNode());
  }

  @Override
  public boolean proves(JsonNode record) {
    return says(record);
  }

  private static boolean says(JsonNode record) {
    return ours(labels(record));
  }

  private static JsonNode labels(JsonNode record) {
    return Fields.first(notes(record), LABELS);
  }

  private static boolean holdsText(JsonNode record) {
    return record.isArray()
        ? record.path(0).isString() && record.path(1).isObject()
        : record.path("text").isString() && !record.has("label") && !record.has("labels");
  }

  // Doccano's marks are objects as well, with offsets by other names.
  private static boolean ours(JsonNode labels) {
    return labels.isObject()
        || labels.isArray()
            && (labels.isEmpty() || Marks.are(labels) && !labels.path(0).has("start_offset"));
  }

  private static JsonNode notes(JsonNode record) {
    return record.isArray() ? record.path(1) : record;
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    JsonNode notes = notes(record);
    String text =
        record.isArray() && record.path(0).isString()
            ? record.path(0).asString()
            : Fields.text(record, "text");
    JsonNode spans = Fields.first(notes, SPANS);
    JsonNode cats = notes.path("cats");
    boolean marked = spans.isArray() && (task.isEmpty() || !cats.isObject() || isSpans(task));
    Judgement judgement =
        marked
            ? Marks.of(spans, text, Ruler.codePoints(text))
            : cats.isObject() ? Choices.of(chosen(cats), task) : Judgement.NONE;
    return new Said(text, judgement, Fields.origin(notes, Set.of("text")));
  }

  private static boolean isSpans(Optional<TaskKind> task) {
    return task.filter(kind -> kind == TaskKind.SPANS).isPresent();
  }

  private static List<String> chosen(JsonNode cats) {
    List<String> chosen = new ArrayList<>();
    for (Map.Entry<String, JsonNode> cat : cats.properties()) {
      if (cat.getValue().asDouble(cat.getValue().asBoolean(false) ? 1 : 0) >= 0.5) {
        chosen.add(cat.getKey().strip());
      }
    }
    return chosen;
  }
}
