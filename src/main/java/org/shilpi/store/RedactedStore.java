package org.shilpi.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.TextKey;
import tools.jackson.databind.json.JsonMapper;

/// Texts in which something was hidden. Call the methods that change something inside a
/// transaction.
public record RedactedStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();

  /// A text as it was, with where it came from and every judgement on its parts.
  ///
  /// @param standing as in `standing.said`
  /// @param annotations `annotation.said` by number
  /// @param origin null where it was sealed before origins were looked at
  private record Whole(
      String text,
      @Nullable String standing,
      List<Part> annotations,
      @Nullable Map<String, String> origin) {}

  private record Part(long id, String said) {}

  private static final String UNREAD =
      "SELECT e.id, e.text, "
          + Origins.COLUMNS
          + " FROM example e LEFT JOIN origin o ON o.example_id = e.id ";

  /// A text to look at, and where it comes from.
  public record Unread(long id, String text, Origin origin) {}

  /// Number of the newest text, 0 if there is none.
  public long newest() {
    return statements.number("SELECT last_example FROM present");
  }

  /// Texts in which nothing was hidden yet, after a number, in order.
  public List<Unread> untouched(long after, int limit) {
    return statements.query(
        UNREAD
            + """
            WHERE e.id > ? AND e.id <= (SELECT last_example FROM present)
              AND NOT EXISTS (SELECT 1 FROM redacted r WHERE r.example_id = e.id)
            ORDER BY e.id LIMIT ?\
            """,
        RedactedStore::unread,
        after,
        limit);
  }

  /// The texts with these numbers.
  public List<Unread> texts(List<Long> ids) {
    List<Unread> texts = new ArrayList<>();
    for (long id : ids) {
      statements.first(UNREAD + "WHERE e.id = ?", RedactedStore::unread, id).ifPresent(texts::add);
    }
    return texts;
  }

  private static Unread unread(ResultRow row) {
    return new Unread(row.number(1), row.text(2), Origins.read(row, 3));
  }

  /// Everything of a text that hiding changes, as one string that [#restore] understands.
  public String whole(long id) {
    Unread text = texts(List.of(id)).getFirst();
    List<Part> annotations =
        statements.query(
            "SELECT id, said FROM annotation WHERE example_id = ? AND said IS NOT NULL ORDER BY id",
            row -> new Part(row.number(1), row.text(2)),
            id);
    return JSON.writeValueAsString(
        new Whole(text.text(), standing(id), annotations, text.origin().fields()));
  }

  private @Nullable String standing(long id) {
    return statements
        .query(
            "SELECT said FROM standing WHERE example_id = ? AND said IS NOT NULL",
            row -> row.text(1),
            id)
        .stream()
        .findFirst()
        .orElse(null);
  }

  /// Writes a text and where it comes from anew, and moves every mark that was ever set on it.
  ///
  /// @param sealed what [#whole] told before, encrypted; null to keep nothing of it
  public void rewrite(
      long id,
      String text,
      Origin origin,
      UnaryOperator<List<Mark>> move,
      byte @Nullable [] sealed) {
    Whole old = JSON.readValue(whole(id), Whole.class);
    put(id, text);
    put(id, origin);
    for (Part part : old.annotations()) {
      statements.update(
          "UPDATE annotation SET said = ? WHERE id = ?", moved(part.said(), move), part.id());
    }
    if (old.standing() != null) {
      stand(id, moved(old.standing(), move));
    }
    statements.update("MERGE INTO redacted (example_id, sealed) VALUES (?, ?)", id, sealed);
    // A mended text's earlier words are words of the original, too.
    statements.update(
        """
        DELETE FROM mended WHERE example_id = ? AND mending_id IN
          (SELECT m.id FROM mending m WHERE m.verb = 'REWRITE')\
        """,
        id);
  }

  private void put(long id, String text) {
    statements.update(
        "UPDATE example SET text = ?, text_key = ? WHERE id = ?", text, TextKey.of(text), id);
  }

  private void put(long id, Origin origin) {
    if (!origin.equals(Origin.UNKNOWN)) {
      statements.update(Origins.REPLACE, Origins.row(id, origin));
    }
  }

  private static String moved(String said, UnaryOperator<List<Mark>> move) {
    Judgement judgement = new Said(null, said).judgement(Integer::toString);
    if (judgement instanceof Judgement.Spans(List<Mark> marks)) {
      String moved = Said.of(new Judgement.Spans(move.apply(marks)), Integer::parseInt).rest();
      return moved == null ? said : moved;
    }
    return said;
  }

  private void stand(long id, String said) {
    statements.update("UPDATE standing SET said = ? WHERE example_id = ?", said, id);
    statements.update("DELETE FROM tag WHERE example_id = ?", id);
    for (int label : new Said(null, said).tags()) {
      statements.update("INSERT INTO tag (label_id, example_id) VALUES (?, ?)", label, id);
    }
  }

  /// Makes a text what it was. Marks that were set since go, as the words that they were set on do.
  public void restore(long id, String whole) {
    Whole old = JSON.readValue(whole, Whole.class);
    put(id, old.text());
    if (old.origin() != null) {
      put(id, new Origin(old.origin()));
    }
    for (Part part : old.annotations()) {
      statements.update("UPDATE annotation SET said = ? WHERE id = ?", part.said(), part.id());
    }
    if (old.standing() != null && old.standing().startsWith("{\"spans\"")) {
      forgetAfter(id, old.annotations().isEmpty() ? 0 : old.annotations().getLast().id());
      stand(id, old.standing());
    }
    statements.update("DELETE FROM redacted WHERE example_id = ?", id);
  }

  // The newest first: an annotation may take back an earlier one.
  private void forgetAfter(long id, long annotation) {
    for (long later :
        statements.query(
            "SELECT id FROM annotation WHERE example_id = ? AND id > ? ORDER BY id DESC",
            row -> row.number(1),
            id,
            annotation)) {
      statements.update("DELETE FROM annotation WHERE id = ?", later);
    }
  }

  /// How many texts something was hidden in.
  public long count() {
    return statements.number("SELECT COUNT(*) FROM redacted");
  }

  /// How many of them can be made what they were.
  public long kept() {
    return statements.number("SELECT COUNT(*) FROM redacted WHERE sealed IS NOT NULL");
  }

  /// Numbers of texts that can be made what they were, after a number, in order.
  public List<Long> kept(long after, int limit) {
    return statements.query(
        """
        SELECT example_id FROM redacted
        WHERE example_id > ? AND sealed IS NOT NULL ORDER BY example_id LIMIT ?\
        """,
        row -> row.number(1),
        after,
        limit);
  }

  public Optional<byte[]> sealed(long id) {
    return statements.first(
        "SELECT sealed FROM redacted WHERE example_id = ? AND sealed IS NOT NULL",
        row -> row.bytes(1),
        id);
  }

  public void drop() {
    statements.update("UPDATE redacted SET sealed = NULL");
  }
}
