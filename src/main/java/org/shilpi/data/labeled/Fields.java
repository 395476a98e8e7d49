package org.shilpi.data.labeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilpi.data.OddRow;
import org.shilpi.data.Origin;
import tools.jackson.databind.JsonNode;

/// The plain parts of a record: its text, and what is kept as its origin.
final class Fields {
  private Fields() {}

  /// The text under the first of these names that the record has.
  ///
  /// @throws OddRow if there is none, or it is no string
  static String text(JsonNode record, String... names) {
    for (String name : names) {
      JsonNode value = record.path(name);
      if (value.isString()) {
        return value.asString();
      }
      if (!value.isMissingNode() && !value.isNull()) {
        throw new OddRow("rejected.nested", name);
      }
    }
    throw new OddRow("rejected.no-field", names[0]);
  }

  /// The first of these fields that the record has; missing if it has none.
  static JsonNode first(JsonNode record, List<String> names) {
    for (String name : names) {
      JsonNode value = record.path(name);
      if (!value.isMissingNode()) {
        return value;
      }
    }
    return record.path("");
  }

  /// What else the record says of itself in plain values, also in its `meta` or `metadata`.
  ///
  /// @param taken fields of the record that are text or label
  static Origin origin(JsonNode record, Set<String> taken) {
    Map<String, String> fields = new LinkedHashMap<>();
    collect(record, taken, fields);
    collect(record.path("meta"), Set.of(), fields);
    collect(record.path("metadata"), Set.of(), fields);
    return fields.isEmpty() ? Origin.UNKNOWN : new Origin(fields);
  }

  /// Adds the plain values of an object.
  static void collect(JsonNode object, Set<String> taken, Map<String, String> fields) {
    object
        .properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (!taken.contains(field.getKey()) && value.isValueNode() && !value.isNull()) {
            fields.putIfAbsent(field.getKey(), value.asString());
          }
        });
  }
}
