package org.shilpi.data.labeled;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// doccano's records: `text` (once `data`) with `label` (once `labels`), a list of names or of
/// `[start, end, label]`; from 1.6 on marks may be `entities` with `start_offset`. Counted in code
/// points. Ours are the same, with a single label as plain string and the origin as `meta`.
final class Doccano implements RecordShape {
  private static final List<String> LABELS = List.of("label", "labels", "entities");

  @Override
  public String id() {
    return "doccano";
  }

  @Override
  public boolean fits(JsonNode record) {
    JsonNode labels = Fields.first(record, LABELS);
    return (record.path("text").isString() || record.path("data").isString())
        && (labels.isArray() || labels.isNull() || labels.isString() && isOurs(record));
  }

  @Override
  public boolean proves(JsonNode record) {
    return Fields.first(record, LABELS).isArray() || isOurs(record);
  }

  private static boolean isOurs(JsonNode record) {
    return record.path("meta").isObject();
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    String text = Fields.text(record, "text", "data");
    return new Said(
        text,
        judgement(record, text, task),
        Fields.origin(record, Set.of("text", "data", "label", "labels")));
  }

  private static Judgement judgement(JsonNode record, String text, Optional<TaskKind> task) {
    JsonNode entities = record.path("entities");
    JsonNode labels = Fields.first(record, List.of("label", "labels"));
    boolean spans = task.filter(kind -> kind == TaskKind.SPANS).isPresent();
    if (entities.isArray() && (spans || labels.isMissingNode())) {
      return Marks.of(entities, text, Ruler.codePoints(text));
    }
    if (Marks.are(labels) || spans && labels.isArray() && labels.isEmpty()) {
      return Marks.of(labels, text, Ruler.codePoints(text));
    }
    if (labels.isMissingNode() || labels.isNull()) {
      return Judgement.NONE;
    }
    return Choices.of(Choices.names(labels), task);
  }
}
