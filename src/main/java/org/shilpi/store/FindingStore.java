package org.shilpi.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.Kind;

/// What texts give away and nobody has dealt with yet.
public record FindingStore(Statements statements) {
  private static final String STORED =
      "SELECT id, example_id, field, start_at, end_at, kind, confidence, mac FROM private_finding ";

  /// @param field of the text's origin, see [org.shilpi.data.Origin]; empty for the text itself
  /// @param mac tells values apart, see [org.shilpi.privacy.SecretKeys#mark]
  public record Stored(long id, long exampleId, String field, Finding finding, long mac) {}

  /// How many findings of a kind there are.
  public record Count(Kind kind, long sure, long unsure) {}

  /// @param findings their numbers do not matter
  public void add(List<Stored> findings) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Stored stored : findings) {
      Finding finding = stored.finding();
      rows.add(
          new @Nullable Object[] {
            stored.exampleId(),
            stored.field(),
            finding.start(),
            finding.end(),
            finding.kind().name(),
            finding.confidence(),
            stored.mac()
          });
    }
    statements.batch(
        """
        INSERT INTO private_finding (example_id, field, start_at, end_at, kind, confidence, mac)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        rows);
  }

  public void clear() {
    statements.update("DELETE FROM private_finding");
  }

  /// By kind, in the kinds' order; kinds without findings are left out.
  ///
  /// @param after findings of texts up to this number are not counted, nor those of texts that were
  ///   set aside
  public List<Count> counts(long after) {
    return statements
        .query(
            """
            SELECT kind, COUNT(CASE WHEN confidence >= ? THEN 1 END),
              COUNT(CASE WHEN confidence < ? THEN 1 END)
            FROM private_finding f WHERE f.example_id > ?
              AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = f.example_id)
            GROUP BY kind\
            """,
            row -> new Count(Kind.valueOf(row.text(1)), row.number(2), row.number(3)),
            Finding.SURE,
            Finding.SURE,
            after)
        .stream()
        .sorted(Comparator.comparing(Count::kind))
        .toList();
  }

  /// Findings in the order of the texts.
  ///
  /// @param after the number of the finding before the first
  /// @param kind only this one, or all
  /// @param sure only those that are, or only those that are not
  public List<Stored> page(long after, int limit, Optional<Kind> kind, boolean sure) {
    return statements.query(
        STORED
            + "WHERE id > ? AND (kind = ? OR ? IS NULL) AND confidence "
            + (sure ? ">= ?" : "< ?")
            + " ORDER BY id LIMIT ?",
        FindingStore::stored,
        after,
        kind.map(Kind::name).orElse(null),
        kind.map(Kind::name).orElse(null),
        Finding.SURE,
        limit);
  }

  public Optional<Stored> find(long id) {
    return statements.first(STORED + "WHERE id = ?", FindingStore::stored, id);
  }

  /// Texts with findings, after a number, in order.
  public List<Long> examples(long after, int limit) {
    return statements.query(
        "SELECT DISTINCT example_id FROM private_finding WHERE example_id > ? ORDER BY example_id LIMIT ?",
        row -> row.number(1),
        after,
        limit);
  }

  public void deleteOf(List<Long> examples) {
    statements.batch(
        "DELETE FROM private_finding WHERE example_id = ?",
        examples.stream().map(id -> new @Nullable Object[] {id}).toList());
  }

  /// Takes out what is no secret.
  ///
  /// @param exampleId only in this text, or everywhere
  public void dismiss(Kind kind, long mac, Optional<Long> exampleId) {
    statements.update(
        "DELETE FROM private_finding WHERE mac = ? AND kind = ? AND (example_id = ? OR ? IS NULL)",
        mac,
        kind.name(),
        exampleId.orElse(null),
        exampleId.orElse(null));
  }

  /// Makes sure of what is one.
  public void confirm(Kind kind, long mac, Optional<Long> exampleId) {
    statements.update(
        """
        UPDATE private_finding SET confidence = 1
        WHERE mac = ? AND kind = ? AND (example_id = ? OR ? IS NULL)\
        """,
        mac,
        kind.name(),
        exampleId.orElse(null),
        exampleId.orElse(null));
  }

  private static Stored stored(ResultRow row) {
    return new Stored(
        row.number(1),
        row.number(2),
        row.text(3),
        new Finding(row.whole(4), row.whole(5), Kind.valueOf(row.text(6)), row.real(7)),
        row.number(8));
  }
}
