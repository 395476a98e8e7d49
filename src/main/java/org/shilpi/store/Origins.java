package org.shilpi.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Origin;
import tools.jackson.databind.json.JsonMapper;

/// [Origin]s as rows: the fields that mean the same in every format have columns.
final class Origins {
  static final String INSERT =
      """
      INSERT INTO origin
        (example_id, path, written, sender, together, title, own_id, own)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  static final String REPLACE =
      """
      MERGE INTO origin
        (example_id, path, written, sender, together, title, own_id, own)
      KEY (example_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /// What [#read] reads, of the origin called `o`.
  static final String COLUMNS = "o.path, o.written, o.sender, o.together, o.title, o.own_id, o.own";

  /// In the order of the columns.
  private static final List<String> NAMED =
      List.of(Origin.PATH, Origin.DATE, Origin.SENDER, Origin.GROUP, Origin.TITLE, Origin.ID);

  private static final JsonMapper JSON = new JsonMapper();

  private Origins() {}

  static @Nullable Object[] row(long example, Origin origin) {
    @Nullable Object[] row = new @Nullable Object[NAMED.size() + 2];
    row[0] = example;
    for (int i = 0; i < NAMED.size(); i++) {
      row[i + 1] = origin.fields().get(NAMED.get(i));
    }
    Map<String, String> own = new LinkedHashMap<>(origin.fields());
    NAMED.forEach(own::remove);
    row[NAMED.size() + 1] = own.isEmpty() ? null : JSON.writeValueAsString(own);
    return row;
  }

  /// @param column the first of the columns `path` to `own`
  static Origin read(ResultRow row, int column) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < NAMED.size(); i++) {
      String value = row.textOrNull(column + i);
      if (value != null) {
        fields.put(NAMED.get(i), value);
      }
    }
    String own = row.textOrNull(column + NAMED.size());
    if (own != null) {
      JSON.readTree(own).properties().forEach(f -> fields.put(f.getKey(), f.getValue().asString()));
    }
    return fields.isEmpty() ? Origin.UNKNOWN : new Origin(fields);
  }
}
