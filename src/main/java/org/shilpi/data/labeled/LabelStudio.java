package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.OddRow;
import org.shilpi.data.Origin;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Label Studio's tasks, as it exports and imports them in JSON: `data` with the text, and
/// `annotations` (once `completions`), each with `result` items of type `choices` or `labels`.
/// Counted in UTF-16 code units, since its editor runs in a browser. Predictions are no judgements.
final class LabelStudio implements RecordShape {
  @Override
  public String id() {
    return "labelstudio";
  }

  @Override
  public boolean fits(JsonNode record) {
    return record.path("data").isObject()
        && (annotations(record).isArray() || record.path("predictions").isArray());
  }

  private static JsonNode annotations(JsonNode record) {
    return Fields.first(record, List.of("annotations", "completions"));
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    JsonNode data = record.path("data");
    String textName = textName(data);
    String text = data.path(textName).asString();
    Set<Judgement> judgements = new LinkedHashSet<>();
    for (JsonNode annotation : annotations(record)) {
      if (!annotation.path("was_cancelled").asBoolean(false)) {
        judgements.add(judgement(annotation.path("result"), text, task));
      }
    }
    if (judgements.size() > 1) {
      throw new OddRow("rejected.disagree", Integer.toString(judgements.size()));
    }
    Judgement one = judgements.isEmpty() ? Judgement.NONE : judgements.iterator().next();
    Map<String, String> fields = new LinkedHashMap<>(Fields.origin(record, Set.of()).fields());
    Fields.collect(data, Set.of(textName), fields);
    return new Said(text, one, new Origin(fields));
  }

  // Its text may have any name: else it is the longest of the values.
  private static String textName(JsonNode data) {
    if (data.path("text").isString()) {
      return "text";
    }
    return data.propertyStream()
        .filter(field -> field.getValue().isString())
        .max(Comparator.comparingInt(field -> field.getValue().asString().length()))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new OddRow("rejected.no-field", "text"));
  }

  private static Judgement judgement(JsonNode result, String text, Optional<TaskKind> task) {
    List<String> choices = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (JsonNode item : result) {
      JsonNode value = item.path("value");
      if (value.has("choices")) {
        choices.addAll(Choices.names(value.path("choices")));
      } else if (value.has("start")) {
        marks.add(Marks.mark(place(value), text, Ruler.codeUnits(text)));
      }
    }
    boolean spans = task.map(kind -> kind == TaskKind.SPANS).orElse(!marks.isEmpty());
    return spans ? new Judgement.Spans(marks) : Choices.of(choices, task);
  }

  // Marks in rich text are places in its markup, and beside them places in its characters.
  private static JsonNode place(JsonNode value) {
    return value instanceof ObjectNode object
            && value.path("globalOffsets") instanceof ObjectNode characters
        ? object.deepCopy().setAll(characters)
        : value;
  }
}
