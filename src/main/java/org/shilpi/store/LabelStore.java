package org.shilpi.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The project's labels, in their order.
public record LabelStore(Statements statements) {
  /// Names in order.
  public List<String> names() {
    return statements.query("SELECT name FROM label ORDER BY id", row -> row.text(1));
  }

  /// Names in order with their numbers.
  public Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    statements.each(
        "SELECT name, id FROM label ORDER BY id", row -> numbers.put(row.text(1), row.whole(2)));
    return numbers;
  }

  public Optional<Integer> number(String name) {
    return statements.first("SELECT id FROM label WHERE name = ?", row -> row.whole(1), name);
  }

  /// Adds a label at the end.
  ///
  /// @return its number
  public int add(String name) {
    int id = (int) statements.number("SELECT COALESCE(MAX(id), 0) + 1 FROM label");
    statements.update("INSERT INTO label (id, name) VALUES (?, ?)", id, name);
    return id;
  }

  /// How many texts have each label, in the labels' order; 0 included.
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    statements.each(
        """
        SELECT l.name, (SELECT COUNT(*) FROM standing s WHERE s.label_id = l.id
            AND s.example_id <= (SELECT last_example FROM present))
          + (SELECT COUNT(*) FROM tag t WHERE t.label_id = l.id
            AND t.example_id <= (SELECT last_example FROM present))
        FROM label l ORDER BY l.id\
        """,
        row -> counts.put(row.text(1), row.whole(2)));
    return counts;
  }
}
