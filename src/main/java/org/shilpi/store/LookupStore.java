package org.shilpi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Looks for texts, a stretch of numbers at a time: what a stretch takes depends on its length
/// alone, wherever it lies.
public record LookupStore(Statements statements) {
  /// Numbers of texts in a stretch, in order.
  ///
  /// @param words what they hold, in upper or lower case; anything where empty
  /// @param label number of a label that they have, 0 for those without one
  /// @param after number before the stretch
  /// @param last last number of the stretch
  public List<Long> ids(String words, Optional<Integer> label, long after, long last) {
    List<@Nullable Object> parameters = new ArrayList<>();
    String sql;
    if (label.isEmpty()) {
      sql = "SELECT id FROM example e WHERE id > ? AND id <= ?";
      parameters.addAll(List.of(after, last));
      sql += holds(words, parameters);
    } else if (label.get() == 0) {
      sql =
          from("standing", words) + "x.label_id IS NULL AND x.example_id > ? AND x.example_id <= ?";
      parameters.addAll(List.of(after, last));
      sql += holds(words, parameters);
    } else {
      // A label is a text's only one, or one of several.
      String of = "x.label_id = ? AND x.example_id > ? AND x.example_id <= ?";
      parameters.addAll(List.of(label.get(), after, last));
      sql = from("standing", words) + of + holds(words, parameters);
      parameters.addAll(List.of(label.get(), after, last));
      sql += " UNION " + from("tag", words) + of + holds(words, parameters);
    }
    return statements.query(sql + " ORDER BY 1", row -> row.number(1), parameters.toArray());
  }

  private static String from(String table, String words) {
    String texts = words.isEmpty() ? "" : " JOIN example e ON e.id = x.example_id";
    return "SELECT x.example_id FROM " + table + " x" + texts + " WHERE ";
  }

  private static String holds(String words, List<@Nullable Object> parameters) {
    if (words.isEmpty()) {
      return "";
    }
    parameters.add("%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    return " AND e.text ILIKE ?";
  }
}
