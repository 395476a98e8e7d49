package org.shilpi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Labeled;
import org.shilpi.data.Origin;
import org.shilpi.data.Split;

/// The project's texts. Those that are on their way in are not there, see [SourceStore].
public record ExampleStore(Statements statements) {
  private static final String PRESENT = "e.id <= " + SourceStore.LAST_EXAMPLE;
  private static final String EXAMPLE =
      """
      SELECT e.id, e.text, e.split, f.name, e.source_row,
        o.path, o.written, o.sender, o.together, o.title, o.own_id, o.own
      FROM example e JOIN source f ON f.id = e.source_id LEFT JOIN origin o ON o.example_id = e.id
      """;

  /// A text that comes in.
  ///
  /// @param source number of its file
  /// @param key see [org.shilpi.data.TextKey]
  public record Arriving(long source, UUID key, Example example) {}

  /// Stores texts under the numbers they bear. What is said of them goes to
  /// [AnnotationStore#importAll], also where that is nothing. They are part of the project after
  /// [SourceStore#arrive].
  public void insert(List<Arriving> texts) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<@Nullable Object[]> origins = new ArrayList<>();
    for (Arriving text : texts) {
      Example example = text.example();
      rows.add(
          new @Nullable Object[] {
            example.id(),
            text.source(),
            example.row(),
            example.split().id(),
            text.key(),
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

  /// The keys of all texts up to a number.
  public void keys(long last, Consumer<UUID> each) {
    statements.each(
        "SELECT text_key FROM example WHERE id <= ?", row -> each.accept(row.uuid(1)), last);
  }

  /// A text's key and the number of its file.
  public record Key(long id, long source, UUID key) {}

  /// The keys of texts after a number, in order, also of those that are on their way in.
  public List<Key> keysAfter(long id, int limit) {
    return statements.query(
        "SELECT id, source_id, text_key FROM example WHERE id > ? ORDER BY id LIMIT ?",
        row -> new Key(row.number(1), row.number(2), row.uuid(3)),
        id,
        limit);
  }

  /// The number of the last text, also of one that is on its way in; 0 if there is none.
  public long newest() {
    return statements.number("SELECT COALESCE(MAX(id), 0) FROM example");
  }

  public long count() {
    return new SourceStore(statements).present().example();
  }

  public Optional<Example> find(long id) {
    return statements.first(EXAMPLE + "WHERE e.id = ? AND " + PRESENT, ExampleStore::example, id);
  }

  /// A text and what is said of it.
  public record Judged(Example example, Judgement judgement) {}

  /// Texts after a number with what is said of them, in order, without those that were set aside.
  public List<Judged> judged(long after, int limit) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        """
        SELECT e.id, e.text, e.split, f.name, e.source_row,
          o.path, o.written, o.sender, o.together, o.title, o.own_id, o.own, s.label_id, s.said
        FROM example e JOIN source f ON f.id = e.source_id
          LEFT JOIN origin o ON o.example_id = e.id JOIN standing s ON s.example_id = e.id
        WHERE e.id > ? AND e.id <= (SELECT last_example FROM present)
          AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = e.id)
        ORDER BY e.id LIMIT ?\
        """,
        row ->
            new Judged(example(row), Said.of(row, 13).judgement(number -> names.get(number - 1))),
        after,
        limit);
  }

  /// The nearest text with a greater (forward) or smaller number.
  public Optional<Example> neighbour(long id, boolean forward) {
    return forward
        ? statements.first(
            EXAMPLE + "WHERE e.id > ? AND " + PRESENT + " ORDER BY e.id LIMIT 1",
            ExampleStore::example,
            id)
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
              AND s.example_id <= (SELECT last_example FROM present)
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
        SELECT e.id, e.text, e.split, s.label_id, s.said,
          COALESCE(o.together, ''), COALESCE(o.written, '')
        FROM standing s JOIN example e ON e.id = s.example_id
          LEFT JOIN origin o ON o.example_id = e.id
        WHERE s.label_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = e.id)
          AND e.id <= (SELECT last_example FROM present)
        ORDER BY e.id\
        """,
        row -> each.accept(labeled(row, names)));
  }

  /// Texts after a number with what is said of them, in order.
  public List<Labeled> page(long after, int limit) {
    return labeled("e.id > ? ORDER BY e.id LIMIT ?", after, limit);
  }

  /// Texts by their numbers with what is said of them, in order.
  public List<Labeled> these(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : labeled("e.id IN (" + "?, ".repeat(ids.size() - 1) + "?) ORDER BY e.id", ids.toArray());
  }

  private List<Labeled> labeled(String which, @Nullable Object... parameters) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        """
        SELECT e.id, e.text, e.split, s.label_id, s.said,
          COALESCE(o.together, ''), COALESCE(o.written, '')
        FROM example e LEFT JOIN standing s ON s.example_id = e.id
          LEFT JOIN origin o ON o.example_id = e.id
        WHERE e.id <= (SELECT last_example FROM present) AND \
        """
            + which,
        row -> labeled(row, names),
        parameters);
  }

  private static Labeled labeled(ResultRow row, List<String> names) {
    return new Labeled(
        row.number(1),
        row.text(2),
        Said.of(row, 4).judgement(number -> names.get(number - 1)),
        split(row, 3),
        row.text(6),
        row.text(7));
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
