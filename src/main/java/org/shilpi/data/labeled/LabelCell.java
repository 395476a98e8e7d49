package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.LabelReader;
import org.shilpi.data.OddRow;
import org.shilpi.project.TaskKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the cell of a label's column says, as the project's task needs it: a name; several names in
/// a JSON list or with `|` or `;` between them; marks as a JSON list of `[start, end, label]`,
/// counted in code points.
///
/// @param task empty where nobody asks for labels: the cell is a name
public record LabelCell(Optional<TaskKind> task) implements LabelReader {
  @Override
  public Judgement read(String cell, String text) {
    String said = cell.strip();
    if (said.isEmpty()) {
      return Judgement.NONE;
    }
    return switch (task.orElse(TaskKind.CLASSIFY)) {
      case CLASSIFY, GENERATE -> new Judgement.One(said);
      case MULTILABEL ->
          new Judgement.Many(list(said).map(Choices::names).orElseGet(() -> split(said)));
      case SPANS ->
          list(said)
              .map(marks -> Marks.of(marks, text, Ruler.codePoints(text)))
              .orElseThrow(() -> new OddRow("rejected.marks-cell"));
    };
  }

  private static Optional<JsonNode> list(String said) {
    if (!said.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(JsonMapper.shared().readTree(said));
    } catch (JacksonException noJson) {
      return Optional.empty();
    }
  }

  private static List<String> split(String said) {
    List<String> names = new ArrayList<>();
    for (String name : said.split("[|;]", -1)) {
      if (!name.isBlank()) {
        names.add(name.strip());
      }
    }
    return names;
  }
}
