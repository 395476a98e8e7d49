package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.OddRow;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// Labels of whole texts out of JSON.
final class Choices {
  private Choices() {}

  /// One label is one label, unless the texts are for a task with any number of them.
  static Judgement of(List<String> labels, Optional<TaskKind> task) {
    if (task.filter(kind -> kind == TaskKind.MULTILABEL).isPresent() || labels.size() > 1) {
      return new Judgement.Many(labels);
    }
    return labels.isEmpty() ? Judgement.NONE : new Judgement.One(labels.getFirst());
  }

  /// The names in a list, or a single one.
  ///
  /// @throws OddRow if there is anything but names
  static List<String> names(JsonNode value) {
    List<String> names = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(name -> names.add(name(name)));
    } else if (!value.isNull() && !value.isMissingNode()) {
      names.add(name(value));
    }
    return names;
  }

  private static String name(JsonNode value) {
    if (value.isContainer() || value.isNull()) {
      throw new OddRow("rejected.label-no-name");
    }
    return value.asString().strip();
  }
}
