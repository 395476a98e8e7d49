package org.shilpi.data.labeled;

import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.OddRow;
import org.shilpi.data.Origin;
import org.shilpi.project.TaskKind;
import tools.jackson.databind.JsonNode;

/// How one tool lays out text and labels in a JSON record, whether it is a line or in a list.
interface RecordShape {
  /// What a record says.
  record Said(String text, Judgement judgement, Origin origin) {}

  String id();

  /// Whether a record looks like this tool's.
  boolean fits(JsonNode record);

  /// Whether one such record shows that a file is this tool's.
  default boolean proves(JsonNode record) {
    return true;
  }

  /// Takes a record apart.
  ///
  /// @param task decides where a record has labels of several kinds
  /// @throws OddRow if it cannot be understood
  Said read(JsonNode record, Optional<TaskKind> task);
}
