package org.shilpi.data.labeled;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// doccano's records: `text` (once `data`) with `label` (once `labels`), a list of names or of
/// `[start, end, label]`; from 1.6 on marks may be `entities` with `start_offset`. Counted in code
/// points.
final class Doccano implements RecordShape {
  private static final List<String> LABELS = List.of("label", "labels", "entities");

  @Override
  public String id() {
    return "doccano";
  }

  @Override
  public boolean fits(JsonNode record) {
    return (record.path("text").isString() || record.path("data").isString())
        && Fields.first(record, LABELS).isArray();
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    String text = Fields.text(record, "text", "data");
    JsonNode entities = record.path("entities");
    JsonNode labels = Fields.first(record, List.of("label", "labels"));
    boolean spans = task.filter(kind -> kind == TaskKind.SPANS).isPresent();
    Judgement judgement;
    if (Marks.are(labels) || spans && labels.isArray() && labels.isEmpty()) {
      judgement = Marks.of(labels, text, Ruler.codePoints(text));
    } else if (entities.isArray() && (labels.isMissingNode() || spans)) {
      judgement = Marks.of(entities, text, Ruler.codePoints(text));
    } else {
      judgement =
          labels.isArray() || labels.isValueNode() && !labels.isNull()
              ? Choices.of(Choices.names(labels), task)
              : Judgement.NONE;
    }
    return new Said(
        text,
        judgement,
        Fields.origin(record, Set.of("text", "data", "label", "labels"), "meta", "metadata"));
  }
}
