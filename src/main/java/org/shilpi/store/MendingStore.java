package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Judgement;
import org.shilpi.data.TextKey;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;

/// What was done about findings. First the texts are chosen, then one of the verbs is done to them;
/// what they had before is kept, so that it can be undone. Call the methods that change something
/// inside a transaction.
public record MendingStore(Statements statements) {
  private static final int PAGE = 1_000;

  /// One mending.
  ///
  /// @param kind of the finding that it was done about; empty where a person chose texts
  /// @param texts how many it changed
  public record Mending(
      long id, Mend verb, Optional<Kind> kind, String subject, long texts, Instant done) {}

  private record Before(long example, @Nullable String value) {}

  /// @param kind id of the finding's kind, or an empty string
  /// @return the mending's number
  public long start(Mend verb, String kind, String subject, Instant at) {
    long id = statements.number("SELECT COALESCE(MAX(id), 0) + 1 FROM mending");
    statements.update(
        "INSERT INTO mending (id, verb, finding, subject, done_at) VALUES (?, ?, ?, ?, ?)",
        id,
        verb.name(),
        kind,
        subject,
        at);
    return id;
  }

  /// Chooses the affected texts of a finding.
  ///
  /// @param some numbers of those that are wanted, if not all are
  public void choose(long mending, long finding, Optional<Set<Long>> some) {
    statements.update(
        """
        INSERT INTO mended (mending_id, example_id)
        SELECT ?, t.example_id FROM finding_text t WHERE t.finding_id = ? AND t.affected\
        """,
        mending,
        finding);
    some.ifPresent(wanted -> {
      List<@Nullable Object[]> unwanted = new ArrayList<>();
      for (Before chosen : chosen(mending)) {
        if (!wanted.contains(chosen.example())) {
          unwanted.add(new @Nullable Object[] {mending, chosen.example()});
        }
      }
      statements.batch("DELETE FROM mended WHERE mending_id = ? AND example_id = ?", unwanted);
    });
  }

  /// Chooses texts by number.
  public void choose(long mending, List<Long> examples) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    examples.stream().distinct().forEach(id -> rows.add(new @Nullable Object[] {mending, id}));
    statements.batch("INSERT INTO mended (mending_id, example_id) VALUES (?, ?)", rows);
  }

  private void leaveOut(long mending, String where) {
    statements.update(
        "DELETE FROM mended WHERE mending_id = ? AND example_id IN (" + where + ")", mending);
  }

  /// @return how many texts take no part any more
  public long setAside(long mending) {
    leaveOut(mending, "SELECT example_id FROM aside");
    return statements.update(
        """
        INSERT INTO aside (example_id, mending_id)
        SELECT example_id, mending_id FROM mended WHERE mending_id = ?\
        """,
        mending);
  }

  /// @return how many texts became training texts
  public long moveToTraining(long mending) {
    leaveOut(mending, "SELECT id FROM example WHERE split = 'train'");
    statements.update(
        """
        UPDATE mended SET before = (SELECT e.split FROM example e WHERE e.id = example_id)
        WHERE mending_id = ?\
        """,
        mending);
    return statements.update(
        """
        UPDATE example SET split = 'train'
        WHERE id IN (SELECT example_id FROM mended WHERE mending_id = ?)\
        """,
        mending);
  }

  /// Writes texts anew, but for those with labels on their parts, whose places would be wrong.
  ///
  /// @return how many changed
  public long rewrite(long mending, UnaryOperator<String> anew) {
    leaveOut(mending, "SELECT example_id FROM standing WHERE said LIKE '{\"spans\":[[%'");
    long changed = 0;
    for (Before chosen : chosen(mending)) {
      String text = text(chosen.example());
      String mended = anew.apply(text);
      if (mended.equals(text) || mended.isBlank()) {
        statements.update(
            "DELETE FROM mended WHERE mending_id = ? AND example_id = ?",
            mending,
            chosen.example());
      } else {
        keep(mending, chosen.example(), text);
        write(chosen.example(), mended);
        changed++;
      }
    }
    return changed;
  }

  private String text(long example) {
    return new QualityStore(statements).text(example);
  }

  private void keep(long mending, long example, String before) {
    statements.update(
        "UPDATE mended SET before = ? WHERE mending_id = ? AND example_id = ?",
        before,
        mending,
        example);
  }

  private void write(long example, String text) {
    statements.update(
        "UPDATE example SET text = ?, text_key = ? WHERE id = ?", text, TextKey.of(text), example);
  }

  /// Gives one text another judgement.
  public void relabel(long mending, long example, Judgement judgement, Instant at) {
    new AnnotationStore(statements).decide(example, judgement, at);
    long annotation =
        statements.number("SELECT MAX(id) FROM annotation WHERE example_id = ?", example);
    keep(mending, example, Long.toString(annotation));
  }

  /// Texts that people judged anew because of a kind of finding, also as they were judged before.
  public Set<Long> relabeled(Kind kind) {
    return Set.copyOf(
        statements.query(
            """
            SELECT DISTINCT d.example_id FROM mended d JOIN mending m ON m.id = d.mending_id
            WHERE m.verb = ? AND m.finding = ? AND m.undone_at IS NULL\
            """,
            row -> row.number(1),
            Mend.RELABEL.name(),
            kind.id()));
  }

  private List<Before> chosen(long mending) {
    List<Before> all = new ArrayList<>();
    long after = 0;
    List<Before> page;
    do {
      page =
          statements.query(
              """
              SELECT example_id, before FROM mended WHERE mending_id = ? AND example_id > ?
              ORDER BY example_id LIMIT ?\
              """,
              row -> new Before(row.number(1), row.textOrNull(2)),
              mending,
              after,
              PAGE);
      all.addAll(page);
      after = page.isEmpty() ? after : page.getLast().example();
    } while (page.size() == PAGE);
    return all;
  }

  /// Mendings that were not undone, newest first.
  public List<Mending> standing(int limit) {
    return statements.query(
        """
        SELECT m.id, m.verb, m.finding, m.subject,
          (SELECT COUNT(*) FROM mended d WHERE d.mending_id = m.id), m.done_at
        FROM mending m WHERE m.undone_at IS NULL ORDER BY m.id DESC LIMIT ?\
        """,
        row ->
            new Mending(
                row.number(1),
                Mend.valueOf(row.text(2)),
                Optional.of(row.text(3)).filter(kind -> !kind.isEmpty()).map(Kind::of),
                row.text(4),
                row.number(5),
                row.instant(6)),
        limit);
  }

  /// The oldest later mending of the same kind that changed one of the same texts and still stands:
  /// it must be undone first.
  public Optional<Long> laterThan(Mending mending) {
    return statements.first(
        """
        SELECT l.mending_id FROM mended d JOIN mended l ON l.example_id = d.example_id
          JOIN mending m ON m.id = l.mending_id
        WHERE d.mending_id = ? AND l.mending_id > ? AND m.verb = ? AND m.undone_at IS NULL
        ORDER BY l.mending_id LIMIT 1\
        """,
        row -> row.number(1),
        mending.id(),
        mending.id(),
        mending.verb().name());
  }

  /// Gives every text back what it had before.
  public void undo(Mending mending, Instant at) {
    switch (mending.verb()) {
      case SET_ASIDE -> statements.update("DELETE FROM aside WHERE mending_id = ?", mending.id());
      case MOVE_TO_TRAINING ->
          statements.update(
              """
              UPDATE example SET split = (SELECT CAST(d.before AS VARCHAR) FROM mended d
                WHERE d.mending_id = ? AND d.example_id = example.id)
              WHERE id IN (SELECT example_id FROM mended WHERE mending_id = ?)\
              """,
              mending.id(),
              mending.id());
      case REWRITE -> chosen(mending.id()).forEach(text -> write(text.example(), before(text)));
      case RELABEL -> {
        AnnotationStore annotations = new AnnotationStore(statements);
        for (Before text : chosen(mending.id())) {
          annotations.undo(
              new AnnotationStore.Decided(
                  Long.parseLong(before(text)), text.example(), Judgement.NONE),
              at);
        }
      }
    }
    statements.update("UPDATE mending SET undone_at = ? WHERE id = ?", at, mending.id());
  }

  private static String before(Before text) {
    if (text.value() == null) {
      throw new IllegalStateException("what text " + text.example() + " had before is lost");
    }
    return text.value();
  }
}
