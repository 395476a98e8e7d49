package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Item;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Member;
import org.shilpi.quality.Mend;
import org.shilpi.quality.Picture;
import org.shilpi.quality.Severity;
import tools.jackson.databind.json.JsonMapper;

/// The texts under test, and the newest quality report.
public record QualityStore(Statements statements) {
  private static final int BATCH = 10_000;
  private static final JsonMapper JSON = new JsonMapper();

  /// When the report was made, and of what.
  ///
  /// @param stamp what [#stamp] said then
  /// @param texts how many were looked at
  public record Header(String stamp, long texts, Instant made) {}

  /// A finding without its members.
  ///
  /// @param members how many texts it is about
  /// @param settled whether somebody accepted it as it is
  public record Found(long id, Finding finding, long members, boolean settled) {}

  /// A text of a finding as it is now.
  public record Concerned(
      Member member, String text, Judgement judgement, Split split, boolean aside) {}

  /// Numbers of all texts that take part, ascending.
  public long[] participants() {
    List<Long> ids = new ArrayList<>();
    statements.each(
        """
        SELECT e.id FROM example e
        WHERE e.id <= (SELECT last_example FROM present)
          AND NOT EXISTS (SELECT 1 FROM aside a WHERE a.example_id = e.id)
        ORDER BY e.id\
        """,
        row -> ids.add(row.number(1)));
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  /// Texts after a number, in order, set aside or not.
  public List<Item> items(long after, int limit) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        """
        SELECT e.id, e.text_key, e.text, e.split, COALESCE(o.together, ''), s.label_id, s.said
        FROM example e LEFT JOIN standing s ON s.example_id = e.id
          LEFT JOIN origin o ON o.example_id = e.id
        WHERE e.id > ? ORDER BY e.id LIMIT ?\
        """,
        row ->
            new Item(
                row.number(1),
                row.uuid(2),
                row.text(3),
                Said.of(row, 6).judgement(number -> names.get(number - 1)),
                split(row.text(4)),
                row.text(5)),
        after,
        limit);
  }

  public String text(long example) {
    return statements
        .first("SELECT text FROM example WHERE id = ?", row -> row.text(1), example)
        .orElseThrow();
  }

  /// What a report rests on: texts, judgements, mendings and receipts of the privacy gate are only
  /// ever added, so their numbers tell whether anything is new.
  public String stamp() {
    return statements
        .query(
            """
            SELECT (SELECT last_example FROM present),
              (SELECT COALESCE(MAX(id), 0) FROM annotation), (SELECT COUNT(*) FROM label),
              (SELECT COUNT(*) FROM mending), (SELECT COUNT(undone_at) FROM mending),
              (SELECT COUNT(*) FROM redacted), (SELECT COALESCE(MAX(id), 0) FROM privacy_receipt),
              (SELECT COALESCE(MAX(content), '') FROM setting WHERE name = ?)\
            """,
            row ->
                "%d %d %d %d %d %d %d %s"
                    .formatted(
                        row.number(1),
                        row.number(2),
                        row.number(3),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.number(7),
                        row.text(8)),
            SettingStore.BASE_MODEL)
        .getFirst();
  }

  /// Puts a report in the place of the last one. Call it inside a transaction.
  public void replace(Header header, List<Finding> findings) {
    statements.update("DELETE FROM finding_text");
    statements.update("DELETE FROM finding");
    statements.update("DELETE FROM quality_report");
    statements.update(
        "INSERT INTO quality_report (stamp, texts, made_at) VALUES (?, ?, ?)",
        header.stamp(),
        header.texts(),
        header.made());
    for (int i = 0; i < findings.size(); i++) {
      insert(i + 1, findings.get(i));
    }
  }

  private void insert(long id, Finding finding) {
    statements.update(
        """
        INSERT INTO finding (id, kind, subject, severity, amount, arguments, picture, mend)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        id,
        finding.kind().id(),
        finding.subject(),
        finding.severity().name(),
        finding.count(),
        JSON.writeValueAsString(finding.arguments()),
        JSON.writerFor(Picture.class).writeValueAsString(finding.picture()),
        finding.mend().map(Mend::name).orElse(""));
    List<Member> members = finding.members();
    for (int from = 0; from < members.size(); from += BATCH) {
      List<@Nullable Object[]> rows = new ArrayList<>(BATCH);
      for (int place = from; place < Math.min(from + BATCH, members.size()); place++) {
        Member member = members.get(place);
        rows.add(
            new @Nullable Object[] {
              id,
              place,
              member.example(),
              member.family(),
              member.affected(),
              member.proposal(),
              member.score()
            });
      }
      statements.batch(
          """
          INSERT INTO finding_text
            (finding_id, place, example_id, family, affected, proposal, score)
          VALUES (?, ?, ?, ?, ?, ?, ?)\
          """,
          rows);
    }
  }

  public Optional<Header> header() {
    return statements.first(
        "SELECT stamp, texts, made_at FROM quality_report",
        row -> new Header(row.text(1), row.number(2), row.instant(3)));
  }

  /// The findings of the newest report, in its order.
  public List<Found> findings() {
    return statements.query(
        """
        SELECT f.id, f.kind, f.subject, f.severity, f.amount, f.arguments, f.picture, f.mend,
          (SELECT COUNT(*) FROM finding_text t WHERE t.finding_id = f.id),
          EXISTS (SELECT 1 FROM settled s
            WHERE s.kind = f.kind AND s.subject = f.subject AND s.amount >= f.amount)
        FROM finding f ORDER BY f.id\
        """,
        QualityStore::found);
  }

  public Optional<Found> find(long id) {
    return findings().stream().filter(found -> found.id() == id).findFirst();
  }

  private static Found found(ResultRow row) {
    return new Found(
        row.number(1),
        new Finding(
            Kind.of(row.text(2)),
            row.text(3),
            Severity.valueOf(row.text(4)),
            row.number(5),
            List.of(JSON.readValue(row.text(6), String[].class)),
            JSON.readValue(row.text(7), Picture.class),
            Optional.of(row.text(8)).filter(name -> !name.isEmpty()).map(Mend::valueOf),
            List.of()),
        row.number(9),
        row.truth(10));
  }

  /// Texts of a finding from a place on, as they are now.
  public List<Concerned> members(long finding, long from, int limit) {
    List<String> names = new LabelStore(statements).names();
    return statements.query(
        """
        SELECT t.example_id, t.family, t.affected, t.proposal, t.score, e.text, e.split,
          EXISTS (SELECT 1 FROM aside a WHERE a.example_id = e.id), s.label_id, s.said
        FROM finding_text t JOIN example e ON e.id = t.example_id
          LEFT JOIN standing s ON s.example_id = e.id
        WHERE t.finding_id = ? AND t.place >= ? AND t.place < ? ORDER BY t.place\
        """,
        row ->
            new Concerned(
                new Member(row.number(1), row.whole(2), row.truth(3), row.text(4), row.real(5)),
                row.text(6),
                Said.of(row, 9).judgement(number -> names.get(number - 1)),
                split(row.text(7)),
                row.truth(8)),
        finding,
        from,
        from + limit);
  }

  /// The texts of one family of a finding.
  public List<Long> family(long finding, int family) {
    return statements.query(
        "SELECT example_id FROM finding_text WHERE finding_id = ? AND family = ? ORDER BY place",
        row -> row.number(1),
        finding,
        family);
  }

  /// Whether a finding is about a text.
  public boolean concerns(long finding, long example) {
    return statements.number(
            "SELECT COUNT(*) FROM finding_text WHERE finding_id = ? AND example_id = ?",
            finding,
            example)
        > 0;
  }

  /// Accepts a finding as it is: it counts as settled until its amount grows.
  public void settle(Finding finding, Instant at) {
    statements.update(
        "MERGE INTO settled (kind, subject, amount, settled_at) VALUES (?, ?, ?, ?)",
        finding.kind().id(),
        finding.subject(),
        finding.count(),
        at);
  }

  public void reopen(Finding finding) {
    statements.update(
        "DELETE FROM settled WHERE kind = ? AND subject = ?",
        finding.kind().id(),
        finding.subject());
  }

  private static Split split(String id) {
    return Split.valueOf(id.toUpperCase(Locale.ROOT));
  }
}
