package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Judgement;
import org.shilpi.label.Annotation;
import org.shilpi.label.Annotation.Source;

/// Decisions about texts: only ever appended. Call the methods that append inside a transaction.
public record AnnotationStore(Statements statements) {
  // A decision of a person that was not taken back and that no later one of the text replaced.
  private static final String STANDING_DECISIONS =
      """
      FROM annotation a
      WHERE a.source = 'PERSON' AND a.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
      """;

  /// A decision of a person.
  public record Decided(long id, long exampleId, Judgement judgement) {}

  /// What a file said of a text.
  public record Imported(long exampleId, Judgement judgement) {}

  /// What a file said of each of its texts.
  ///
  /// @param numbers of all labels, by name
  public void importAll(List<Imported> imported, Map<String, Integer> numbers) {
    List<@Nullable Object[]> standing = new ArrayList<>();
    List<@Nullable Object[]> tags = new ArrayList<>();
    for (Imported one : imported) {
      Said said = Said.of(one.judgement(), numbers::get);
      standing.add(new @Nullable Object[] {one.exampleId(), said.standing(), said.rest()});
      for (int label : said.tags()) {
        tags.add(new @Nullable Object[] {label, one.exampleId()});
      }
    }
    statements.batch(
        "INSERT INTO standing (example_id, label_id, said) VALUES (?, ?, ?)", standing);
    statements.batch("INSERT INTO tag (label_id, example_id) VALUES (?, ?)", tags);
  }

  /// A person's decision. Its labels must be there.
  public void decide(long exampleId, Judgement judgement, Instant at) {
    writeDownImported(exampleId);
    append(exampleId, judgement, null, at);
  }

  private void writeDownImported(long exampleId) {
    statements.update(
        """
        INSERT INTO annotation (example_id, label_id, said, source, decided_at)
        SELECT s.example_id, NULLIF(s.label_id, 0), s.said, 'IMPORT', f.imported_at
        FROM standing s JOIN example e ON e.id = s.example_id JOIN source f ON f.id = e.source_id
        WHERE s.example_id = ? AND s.label_id IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM annotation a WHERE a.example_id = s.example_id)\
        """,
        exampleId);
  }

  private void append(long exampleId, Judgement judgement, @Nullable Long undoes, Instant at) {
    Map<String, Integer> numbers = new LabelStore(statements).numbers();
    Said said = Said.of(judgement, numbers::get);
    statements.update(
        """
        INSERT INTO annotation (example_id, label_id, said, source, undoes, decided_at)
        VALUES (?, ?, ?, 'PERSON', ?, ?)\
        """,
        exampleId,
        said.label(),
        said.rest(),
        undoes,
        at);
    statements.update(
        "UPDATE standing SET label_id = ?, said = ? WHERE example_id = ?",
        said.standing(),
        said.rest(),
        exampleId);
    statements.update("DELETE FROM tag WHERE example_id = ?", exampleId);
    for (int label : said.tags()) {
      statements.update("INSERT INTO tag (label_id, example_id) VALUES (?, ?)", label, exampleId);
    }
  }

  /// The newest decision of a person that still stands.
  public Optional<Decided> newest() {
    return recent(1).stream().findFirst();
  }

  /// Decisions of persons that still stand, the newest of each text only, newest first.
  public List<Decided> recent(int limit) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        "SELECT a.id, a.example_id, a.label_id, a.said "
            + STANDING_DECISIONS
            + """
            AND NOT EXISTS (SELECT 1 FROM annotation n
              WHERE n.example_id = a.example_id AND n.id > a.id AND n.undoes IS NULL
                AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = n.id))
            ORDER BY a.id DESC LIMIT ?\
            """,
        row -> new Decided(row.number(1), row.number(2), judgement(row, 3, names)),
        limit);
  }

  /// Takes a decision back: its text gets the judgement that it had before, or none.
  public void undo(Decided decided, Instant at) {
    List<String> names = new LabelStore(statements).names();
    Judgement before =
        statements
            .first(
                """
                SELECT a.label_id, a.said FROM annotation a
                WHERE a.example_id = ? AND a.id < ? AND a.undoes IS NULL
                  AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
                ORDER BY a.id DESC LIMIT 1\
                """,
                row -> judgement(row, 1, names),
                decided.exampleId(),
                decided.id())
            .orElse(Judgement.NONE);
    append(decided.exampleId(), before, decided.id(), at);
  }

  /// What is said of a text now.
  public Judgement standing(long exampleId) {
    List<String> names = new LabelStore(statements).names();
    return statements
        .first(
            "SELECT label_id, said FROM standing WHERE example_id = ?",
            row -> judgement(row, 1, names),
            exampleId)
        .orElse(Judgement.NONE);
  }

  /// Everything that was ever decided about a text, oldest first.
  public List<Annotation> history(long exampleId) {
    List<String> names = new LabelStore(statements).names();
    List<Annotation> decided =
        statements.query(
            """
            SELECT label_id, said, source, decided_at FROM annotation
            WHERE example_id = ? ORDER BY id\
            """,
            row ->
                new Annotation(
                    exampleId,
                    judgement(row, 1, names),
                    Source.valueOf(row.text(3)),
                    row.instant(4)),
            exampleId);
    return decided.isEmpty() ? imported(exampleId, names) : decided;
  }

  private List<Annotation> imported(long exampleId, List<String> names) {
    return statements.query(
        """
        SELECT s.label_id, s.said, f.imported_at
        FROM standing s JOIN example e ON e.id = s.example_id JOIN source f ON f.id = e.source_id
        WHERE s.example_id = ? AND s.label_id IS NOT NULL\
        """,
        row -> new Annotation(exampleId, judgement(row, 1, names), Source.IMPORT, row.instant(3)),
        exampleId);
  }

  // From the column of the label and the one after it.
  private static Judgement judgement(ResultRow row, int column, List<String> names) {
    return Said.of(row, column).judgement(number -> names.get(number - 1));
  }

  /// How many texts have a judgement.
  public long labeled() {
    return statements.number(
        """
        SELECT COUNT(*) FROM standing
        WHERE label_id IS NOT NULL AND example_id <= (SELECT last_example FROM present)\
        """);
  }
}
