package org.shilpi.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words beside the texts that are hidden with them: what rejected rows said, and names of files.
/// Call the methods that change something inside a transaction.
public record SealedStore(Statements statements) {
  /// Where such words lie.
  public enum Place {
    REJECTED("rejected", "raw"),
    SOURCE("source", "name");

    private final String table;
    private final String column;

    Place(String table, String column) {
      this.table = table;
      this.column = column;
    }
  }

  /// Hides words.
  @FunctionalInterface
  public interface Hiding {
    /// @return what stands there instead; empty to leave it
    Optional<String> of(String words);
  }

  /// Encrypts the words of a row.
  @FunctionalInterface
  public interface Sealing {
    /// @return null to keep nothing
    byte @Nullable [] of(long id, String words);
  }

  /// Opens what was sealed.
  @FunctionalInterface
  public interface Opening {
    String of(long id, byte[] sealed);
  }

  private record Kept(long id, String words) {}

  /// @return how many rows were changed
  public long hide(Place place, Hiding hiding, Sealing sealing) {
    long changed = 0;
    for (Kept kept :
        statements.query(
            "SELECT id, %s FROM %s WHERE %s <> ''"
                .formatted(place.column, place.table, place.column),
            row -> new Kept(row.number(1), row.text(2)))) {
      Optional<String> hidden =
          hiding.of(kept.words()).filter(words -> !words.equals(kept.words()));
      if (hidden.isPresent()) {
        statements.update(
            "UPDATE %s SET %s = ?, sealed = ? WHERE id = ?".formatted(place.table, place.column),
            hidden.get(),
            sealing.of(kept.id(), kept.words()),
            kept.id());
        changed++;
      }
    }
    return changed;
  }

  /// Brings back what was sealed.
  public void restore(Place place, Opening opening) {
    statements
        .query(
            "SELECT id, sealed FROM %s WHERE sealed IS NOT NULL".formatted(place.table),
            row -> new Sealed(row.number(1), row.bytes(2)))
        .forEach(sealed ->
            statements.update(
                "UPDATE %s SET %s = ?, sealed = NULL WHERE id = ?"
                    .formatted(place.table, place.column),
                opening.of(sealed.id(), sealed.bytes()),
                sealed.id()));
  }

  private record Sealed(long id, byte[] bytes) {}

  /// Drops what was sealed for good.
  public void drop() {
    for (Place place : Place.values()) {
      statements.update("UPDATE %s SET sealed = NULL".formatted(place.table));
    }
  }
}
