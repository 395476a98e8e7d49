package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.OddRow;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// NLU++ (Casanueva et al. 2022): any number of `intents` for a text, and `slots`, each a name with
/// its `span` `[start, end]`, counted in code points. The task says which of the two are meant:
/// slots for marks, else intents.
final class Nlupp implements RecordShape {
  @Override
  public String id() {
    return "nlupp";
  }

  @Override
  public boolean fits(JsonNode record) {
    return record.path("text").isString()
        && (record.path("intents").isArray() || record.path("slots").isObject());
  }

  @Override
  public Said read(JsonNode record, Optional<TaskKind> task) {
    String text = Fields.text(record, "text");
    Judgement judgement =
        task.filter(kind -> kind == TaskKind.SPANS).isPresent()
            ? slots(record.path("slots"), text)
            : Choices.of(Choices.names(record.path("intents")), task);
    return new Said(text, judgement, Fields.origin(record, Set.of("text")));
  }

  private static Judgement slots(JsonNode slots, String text) {
    Ruler ruler = Ruler.codePoints(text);
    List<Mark> marks = new ArrayList<>();
    for (Map.Entry<String, JsonNode> slot : slots.properties()) {
      JsonNode span = slot.getValue().path("span");
      if (span.size() != 2 || !span.path(0).isInt() || !span.path(1).isInt()) {
        throw new OddRow("rejected.mark-outside");
      }
      marks.add(ruler.mark(span.path(0).asLong(), span.path(1).asLong(), slot.getKey()));
    }
    return new Judgement.Spans(marks);
  }
}
