package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.label.Annotation;
import org.shilpi.label.Annotation.Source;

/// Decisions about texts: only ever appended. Call the methods that append inside a transaction.
public record AnnotationStore(Statements statements) {
  private static final String APPEND =
      """
      INSERT INTO annotation (example_id, label_id, source, undoes, decided_at)
      VALUES (?, ?, ?, ?, ?)\
      """;
  private static final String STAND = "UPDATE standing SET label_id = ? WHERE example_id = ?";

  // A decision of a person that was not taken back and that no later one of the text replaced.
  private static final String STANDING_DECISIONS =
      """
      FROM annotation a
      WHERE a.source = 'PERSON' AND a.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
      """;

  /// A decision of a person.
  public record Decided(long id, long exampleId, int label) {}

  /// What a file said of a text.
  ///
  /// @param label the label's number, null where the text has none yet
  public record Imported(long exampleId, @Nullable Integer label) {}

  /// What a file said of each of its texts.
  public void importAll(List<Imported> labels, Instant at) {
    List<@Nullable Object[]> appended = new ArrayList<>();
    List<@Nullable Object[]> standing = new ArrayList<>();
    for (Imported label : labels) {
      if (label.label() != null) {
        appended.add(new @Nullable Object[] {label.exampleId(), label.label(), "IMPORT", null, at});
      }
      standing.add(new @Nullable Object[] {label.exampleId(), label.label()});
    }
    statements.batch(APPEND, appended);
    statements.batch("INSERT INTO standing (example_id, label_id) VALUES (?, ?)", standing);
  }

  /// A person's decision.
  public void decide(long exampleId, int label, Instant at) {
    statements.update(APPEND, exampleId, label, "PERSON", null, at);
    statements.update(STAND, label, exampleId);
  }

  /// The newest decision of a person that still stands.
  public Optional<Decided> newest() {
    return recent(1).stream().findFirst();
  }

  /// Decisions of persons that still stand, the newest of each text only, newest first.
  public List<Decided> recent(int limit) {
    return statements.query(
        "SELECT a.id, a.example_id, a.label_id "
            + STANDING_DECISIONS
            + """
            AND NOT EXISTS (SELECT 1 FROM annotation n
              WHERE n.example_id = a.example_id AND n.id > a.id AND n.undoes IS NULL
                AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = n.id))
            ORDER BY a.id DESC LIMIT ?\
            """,
        row -> new Decided(row.number(1), row.number(2), row.whole(3)),
        limit);
  }

  /// Takes a decision back: its text gets the label that it had before, or none.
  public void undo(Decided decided, Instant at) {
    @Nullable Object before =
        statements
            .first(
                """
                SELECT a.label_id FROM annotation a
                WHERE a.example_id = ? AND a.id < ? AND a.undoes IS NULL
                  AND NOT EXISTS (SELECT 1 FROM annotation u WHERE u.undoes = a.id)
                ORDER BY a.id DESC LIMIT 1\
                """,
                row -> row.whole(1),
                decided.exampleId(),
                decided.id())
            .orElse(null);
    statements.update(APPEND, decided.exampleId(), before, "PERSON", decided.id(), at);
    statements.update(STAND, before, decided.exampleId());
  }

  /// The label that a text has now.
  public Optional<String> labelOf(long exampleId) {
    return statements.first(
        """
        SELECT l.name FROM standing s JOIN label l ON l.id = s.label_id
        WHERE s.example_id = ?\
        """,
        row -> row.text(1),
        exampleId);
  }

  /// Everything that was ever decided about a text, oldest first.
  public List<Annotation> history(long exampleId) {
    return statements.query(
        """
        SELECT a.example_id, l.name, a.source, a.decided_at
        FROM annotation a LEFT JOIN label l ON l.id = a.label_id
        WHERE a.example_id = ? ORDER BY a.id\
        """,
        row ->
            new Annotation(
                row.number(1), row.textOrNull(2), Source.valueOf(row.text(3)), row.instant(4)),
        exampleId);
  }

  /// How many texts have a label.
  public long labeled() {
    return statements.number("SELECT COUNT(*) FROM standing WHERE label_id IS NOT NULL");
  }
}
