package org.shilpi.data.labeled;

import java.util.Optional;
import java.util.Set;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// Presidio's data sets: `full_text` and `spans` with `entity_type`, counted in code points.
final class Presidio implements RecordShape {
  @Override
  public String id() {
    return "presidio";
  }

  @Override
  public boolean fits(JsonNode record) {
    return record.path("full_text").isString() && record.path("spans").isArray();
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    String text = Fields.text(record, "full_text");
    return new Said(
        text,
        Marks.of(record.path("spans"), text, Ruler.codePoints(text)),
        Fields.origin(record, Set.of("full_text", "masked")));
  }
}
