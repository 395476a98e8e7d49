package org.shilpi.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that texts came from, and which of the rows are in the project.
///
/// An import writes its rows batch by batch behind those that are there; only its end, [#arrive],
/// makes them part of the project. Rows of one that came to no end are taken away by [#withdraw].
public record SourceStore(Statements statements) {
  private static final int STEP = 10_000;

  /// In SQL: the number of the last text that is in the project.
  public static final String LAST_EXAMPLE = "(SELECT last_example FROM present)";

  /// The numbers up to which rows are in the project.
  public record Present(long example, long source) {}

  /// A file.
  ///
  /// @param name inside the folder that was brought in, else its plain name
  /// @param sha256 of its bytes, 64 hexadecimal digits
  public record Arriving(long id, String name, String sha256, Instant at) {}

  public Present present() {
    return statements
        .query(
            "SELECT last_example, last_source FROM present",
            row -> new Present(row.number(1), row.number(2)))
        .getFirst();
  }

  public void add(List<Arriving> sources) {
    statements.batch(
        "INSERT INTO source (id, name, sha256, imported_at) VALUES (?, ?, ?, ?)",
        sources.stream()
            .map(s -> new @Nullable Object[] {s.id(), s.name(), s.sha256(), s.at()})
            .toList());
  }

  /// When a file with these bytes came in last.
  public Optional<Instant> imported(String sha256) {
    return statements.first(
        """
        SELECT imported_at FROM source
        WHERE sha256 = ? AND id <= (SELECT last_source FROM present) ORDER BY id DESC LIMIT 1\
        """,
        row -> row.instant(1),
        sha256);
  }

  /// Makes everything up to these numbers part of the project, at once.
  public void arrive(Present last) {
    statements.update(
        "UPDATE present SET last_example = ?, last_source = ?", last.example(), last.source());
  }

  /// Files with greater numbers, by number.
  public Map<Long, Arriving> after(long id) {
    Map<Long, Arriving> sources = new HashMap<>();
    statements.each(
        "SELECT id, name, sha256, imported_at FROM source WHERE id > ?",
        row ->
            sources.put(
                row.number(1),
                new Arriving(row.number(1), row.text(2), row.text(3), row.instant(4))),
        id);
    return sources;
  }

  /// Names of files that came to no end.
  public List<String> unfinished() {
    return statements.query(
        """
        SELECT name FROM source WHERE id > (SELECT last_source FROM present) ORDER BY id\
        """,
        row -> row.text(1));
  }

  /// Takes away all rows after these numbers, which nobody has seen. In many steps, each for
  /// itself: call it outside of a transaction. Cut short, it can be called again.
  public void withdraw(Present last) {
    long newest =
        Math.max(
            statements.number("SELECT COALESCE(MAX(id), 0) FROM example"),
            statements.number("SELECT COALESCE(MAX(example_id), 0) FROM standing"));
    for (long end = newest; end > last.example(); end -= STEP) {
      long after = Math.max(end - STEP, last.example());
      statements.update("DELETE FROM tag WHERE example_id > ?", after);
      statements.update("DELETE FROM origin WHERE example_id > ?", after);
      statements.update("DELETE FROM standing WHERE example_id > ?", after);
      statements.update("DELETE FROM example WHERE id > ?", after);
    }
    while (statements.update(
            "DELETE FROM rejected WHERE source_id > ? LIMIT " + STEP, last.source())
        > 0) {}
    statements.update("DELETE FROM source WHERE id > ?", last.source());
  }
}
