package org.shilpi.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import tools.jackson.databind.json.JsonMapper;

/// Rows that were turned away, with their reasons.
public record RejectedStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALL =
      """
      SELECT f.name, r.source_row, r.reason, r.arguments, r.raw
      FROM rejected r JOIN source f ON f.id = r.source_id
      WHERE r.source_id <= (SELECT last_source FROM present)
      """;

  /// A row of a file that was turned away.
  public record Stored(String source, Rejected row) {}

  /// A row that is turned away.
  ///
  /// @param source number of its file
  public record TurnedAway(long source, Rejected row) {}

  public void insert(List<TurnedAway> rows) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (TurnedAway turned : rows) {
      Rejected row = turned.row();
      Reason reason = row.reason();
      values.add(
          new @Nullable Object[] {
            turned.source(),
            row.number(),
            reason.key(),
            JSON.writeValueAsString(reason.arguments()),
            row.raw()
          });
    }
    statements.batch(
        """
        INSERT INTO rejected (source_id, source_row, reason, arguments, raw)
        VALUES (?, ?, ?, ?, ?)\
        """,
        values);
  }

  /// Forgets the cells and words that some reasons quote. Numbers and names of columns stay.
  public void hideArguments() {
    statements.update(
        """
        UPDATE rejected SET arguments = '["…","…"]'
        WHERE reason IN ('rejected.date', 'rejected.mark-differs')\
        """);
  }

  public long count() {
    return statements.number(
        "SELECT COUNT(*) FROM rejected WHERE source_id <= (SELECT last_source FROM present)");
  }

  /// How many rows were turned away of files that are on their way in, by the file's number.
  public Map<Long, Long> countsAfter(long source) {
    Map<Long, Long> counts = new HashMap<>();
    statements.each(
        "SELECT source_id, COUNT(*) FROM rejected WHERE source_id > ? GROUP BY source_id",
        row -> counts.put(row.number(1), row.number(2)),
        source);
    return counts;
  }

  public List<Stored> newest(int limit) {
    return statements.query(ALL + "ORDER BY r.id DESC LIMIT ?", RejectedStore::stored, limit);
  }

  /// All of them, oldest first.
  public void each(Consumer<Stored> each) {
    statements.each(ALL + "ORDER BY r.id", row -> each.accept(stored(row)));
  }

  private static Stored stored(ResultRow row) {
    List<String> arguments = List.of(JSON.readValue(row.text(4), String[].class));
    return new Stored(
        row.text(1), new Rejected(row.number(2), row.text(5), new Reason(row.text(3), arguments)));
  }
}
