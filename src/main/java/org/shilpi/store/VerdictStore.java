package org.shilpi.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shilpi.privacy.Kind;

/// What people said about values that were found.
public record VerdictStore(Statements statements) {
  /// @param exampleId the text it holds for, or all
  /// @param hidden whether the value is private
  /// @param sealed the value, encrypted
  public record Stored(
      long id, Optional<Long> exampleId, Kind kind, long mac, boolean hidden, byte[] sealed) {}

  /// Replaces what was said of the value before.
  public void decide(
      Optional<Long> exampleId, Kind kind, long mac, boolean hidden, byte[] sealed, Instant at) {
    statements.update(
        """
        DELETE FROM privacy_verdict WHERE mac = ? AND kind = ? AND example_id IS NOT DISTINCT FROM ?\
        """,
        mac,
        kind.name(),
        exampleId.orElse(null));
    statements.update(
        """
        INSERT INTO privacy_verdict (example_id, kind, mac, private, sealed, decided_at)
        VALUES (?, ?, ?, ?, ?, ?)\
        """,
        exampleId.orElse(null),
        kind.name(),
        mac,
        hidden,
        sealed,
        at);
  }

  public void delete(long id) {
    statements.update("DELETE FROM privacy_verdict WHERE id = ?", id);
  }

  /// Oldest first.
  public List<Stored> all() {
    return statements.query(
        "SELECT id, example_id, kind, mac, private, sealed FROM privacy_verdict ORDER BY id",
        row ->
            new Stored(
                row.number(1),
                Optional.ofNullable(row.numberOrNull(2)),
                Kind.valueOf(row.text(3)),
                row.number(4),
                row.truth(5),
                row.bytes(6)));
  }
}
