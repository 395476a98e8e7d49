package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Example;
import org.shilpi.data.Labeled;
import org.shilpi.data.Origin;
import org.shilpi.data.Split;
import org.shilpi.data.TextKey;

/// The project's texts and the files they came from.
public record ExampleStore(Statements statements) {
  private static final String EXAMPLE =
      """
      SELECT e.id, e.text, e.split, f.name, e.source_row,
        o.path, o.written, o.sender, o.together, o.title, o.own_id, o.own
      FROM example e JOIN source f ON f.id = e.source_id LEFT JOIN origin o ON o.example_id = e.id
      """;

  /// @return the file's number
  public long addSource(String name, Instant at) {
    long id = statements.number("SELECT COALESCE(MAX(id), 0) + 1 FROM source");
    statements.update("INSERT INTO source (id, name, imported_at) VALUES (?, ?, ?)", id, name, at);
    return id;
  }

  /// The number that the next text should get.
  public long nextId() {
    return statements.number("SELECT COALESCE(MAX(id), 0) + 1 FROM example");
  }

  /// Stores texts of a file under the numbers they bear. What is said of them goes to
  /// [AnnotationStore#importAll], also where that is nothing.
  public void insert(long source, List<Example> examples) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<@Nullable Object[]> origins = new ArrayList<>();
    for (Example example : examples) {
      rows.add(
          new @Nullable Object[] {
            example.id(),
            source,
            example.row(),
            example.split().id(),
            TextKey.of(example.text()),
            example.text()
          });
      if (!example.origin().equals(Origin.UNKNOWN)) {
        origins.add(Origins.row(example.id(), example.origin()));
      }
    }
    statements.batch(
        """
        INSERT INTO example (id, source_id, source_row, split, text_key, text)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        rows);
    statements.batch(Origins.INSERT, origins);
  }

  /// How many of a file's texts equal an earlier text of the project.
  public long duplicates(long source) {
    return statements.number(
        """
        SELECT COUNT(*) FROM example e WHERE e.source_id = ? AND EXISTS
          (SELECT 1 FROM example o WHERE o.text_key = e.text_key AND o.id < e.id)\
        """,
        source);
  }

  public long count() {
    return statements.number("SELECT COUNT(*) FROM example");
  }

  public Optional<Example> find(long id) {
    return statements.first(EXAMPLE + "WHERE e.id = ?", ExampleStore::example, id);
  }

  /// The nearest text with a greater (forward) or smaller number.
  public Optional<Example> neighbour(long id, boolean forward) {
    return forward
        ? statements.first(
            EXAMPLE + "WHERE e.id > ? ORDER BY e.id LIMIT 1", ExampleStore::example, id)
        : statements.first(
            EXAMPLE + "WHERE e.id < ? ORDER BY e.id DESC LIMIT 1", ExampleStore::example, id);
  }

  /// The first unlabeled text with at least this number that was not set aside.
  public Optional<Example> nextUnlabeled(long from) {
    return statements
        .first(
            """
            SELECT s.example_id FROM standing s WHERE s.label_id IS NULL AND s.example_id >= ?
              AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = s.example_id)
            ORDER BY s.label_id, s.example_id LIMIT 1\
            """,
            row -> row.number(1),
            from)
        .flatMap(this::find);
  }

  /// All labeled texts by number, without those that were set aside.
  public void labeled(Consumer<Labeled> each) {
    List<String> names = new LabelStore(statements).names();
    statements.each(
        """
        SELECT e.id, e.text, e.split, s.label_id, s.said
        FROM standing s JOIN example e ON e.id = s.example_id
        WHERE s.label_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = e.id)
        ORDER BY e.id\
        """,
        row -> each.accept(labeled(row, names)));
  }

  /// Texts after a number with what is said of them, in order.
  public List<Labeled> page(long after, int limit) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        """
        SELECT e.id, e.text, e.split, s.label_id, s.said
        FROM example e LEFT JOIN standing s ON s.example_id = e.id
        WHERE e.id > ? ORDER BY e.id LIMIT ?\
        """,
        row -> labeled(row, names),
        after,
        limit);
  }

  private static Labeled labeled(ResultRow row, List<String> names) {
    return new Labeled(
        row.number(1),
        row.text(2),
        Said.of(row, 4).judgement(number -> names.get(number - 1)),
        split(row, 3));
  }

  private static Example example(ResultRow row) {
    return new Example(
        row.number(1),
        row.text(2),
        split(row, 3),
        row.text(4),
        row.number(5),
        Origins.read(row, 6));
  }

  private static Split split(ResultRow row, int column) {
    return Split.valueOf(row.text(column).toUpperCase(Locale.ROOT));
  }
}
