package org.shilpi.data.table;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a JSON value looks like in a table.
final class JsonCell {
  private JsonCell() {}

  /// Strings, numbers and true/false as they are written; null and what is absent is an empty cell.
  /// A list of one plain value counts as that value, a longer one stays a JSON list. Nothing for
  /// objects and lists of them.
  static Optional<String> of(JsonNode value) {
    if (value.isArray() && value.size() == 1) {
      return of(value.path(0)).filter(cell -> !value.path(0).isContainer());
    }
    if (value.isArray()) {
      boolean plain = value.valueStream().noneMatch(JsonNode::isContainer);
      return plain ? Optional.of(value.isEmpty() ? "" : value.toString()) : Optional.empty();
    }
    if (value.isObject()) {
      return Optional.empty();
    }
    return Optional.of(value.isMissingNode() || value.isNull() ? "" : value.asString());
  }
}
