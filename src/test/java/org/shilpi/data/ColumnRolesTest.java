package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.format.Formats;
import org.shilpi.project.TaskKind;

class ColumnRolesTest {
  private static final String MAILS =
      """
      body;subject;category;received;sender_domain;ticket_id;agent_note
      Dear customer, your parcel waits for you;Your parcel waits;phishing;12.05.2026 14:06;depot-post.example;T-1;checked by desk 2
      Hello all, please find the minutes below;Minutes;genuine;11.05.2026 09:30;office.example;T-2;checked by desk 2
      Printers from 89, free delivery this week;Spring offers;newsletter;31.02.2026;shop.example;T-3;
      As discussed, please use the new account;New details;phishing;13.05.2026;;T-4;checked by desk 1
      """;

  @TempDir Path temp;

  private DataFile mails() throws IOException {
    Path file = Files.writeString(temp.resolve("mails.csv"), MAILS.repeat(1));
    return DataFile.inspect(file, Formats.ALL, Wanted.NOTHING.withTask(TaskKind.CLASSIFY));
  }

  private static List<Mapped> rows(DataFile file, Mapping mapping) throws IOException {
    try (RowReader reader = file.read()) {
      List<Mapped> rows = new java.util.ArrayList<>();
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(mapping.apply(row.get()));
      }
      return rows;
    }
  }

  @Test
  void columnsAreKnownByNameAndByWhatTheyHold() throws IOException {
    assertThat(mails().mapping(Optional.empty(), Optional.empty()).roles())
        .containsExactly(
            Role.TEXT,
            Role.TITLE,
            Role.LABEL,
            Role.LEAVE_OUT,
            Role.SENDER,
            Role.ID,
            Role.LEAVE_OUT);
  }

  @Test
  void whatTheUserSaysOfColumnsHolds() throws IOException {
    DataFile file = mails();
    Mapping mapping =
        file.mapping(
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "received", Role.DATE,
                "sender_domain", Role.GROUP,
                "agent_note", Role.KEEP,
                "ticket_id", Role.LEAVE_OUT));

    List<Mapped> rows = rows(file, mapping);

    assertThat(rows.getFirst())
        .isEqualTo(
            new Mapped.Text(
                1,
                "Dear customer, your parcel waits for you",
                new Judgement.One("phishing"),
                new Origin(
                    Map.of(
                        Origin.TITLE,
                        "Your parcel waits",
                        Origin.DATE,
                        "2026-05-12T14:06:00",
                        Origin.GROUP,
                        "depot-post.example",
                        "agent_note",
                        "checked by desk 2"))));
    assertThat(rows.get(2))
        .isInstanceOfSatisfying(
            Mapped.Bad.class,
            bad ->
                assertThat(bad.row().reason()).isEqualTo(Reason.of("rejected.date", "31.02.2026")));
    assertThat(rows.get(3))
        .isInstanceOfSatisfying(
            Mapped.Text.class,
            text -> assertThat(text.origin().fields()).doesNotContainKey(Origin.GROUP));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2026-05-12 ! 2026-05-12",
        "2026/5/2 ! 2026-05-02",
        "12.05.2026 ! 2026-05-12",
        "12-5-26 ! 2026-05-12",
        "12/05/2026 14:06 ! 2026-05-12T14:06:00",
        "2026-05-12 14:06:07.123 ! 2026-05-12T14:06:07",
        "2026-05-12T14:06:00+05:30 ! 2026-05-12T08:36:00Z",
        "2026-05-12T14:06:00Z ! 2026-05-12T14:06:00Z",
        "Tue, 12 May 2026 14:06:00 +0530 ! 2026-05-12T08:36:00Z",
        "1117838570 ! 2005-06-03T22:42:50Z",
        "1117838570123 ! 2005-06-03T22:42:50.123Z"
      })
  void datesAreReadInManyWays(String written, String iso) {
    assertThat(DateOrder.DAY_FIRST.read(written)).contains(iso);
  }

  @ParameterizedTest
  @CsvSource({"31.02.2026", "12.13.2026", "yesterday", "12.05", "1.2.123", "''", "99:99"})
  void whatIsNoDateIsNone(String written) {
    assertThat(DateOrder.DAY_FIRST.read(written)).isEmpty();
  }

  @Test
  void theOrderOfDayAndMonthIsSeenWhereOneIsAboveTwelve() {
    assertThat(DateOrder.guess(List.of("05/06/2026", "05/13/2026")))
        .isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateOrder.guess(List.of("05/06/2026", "13/05/2026"))).isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateOrder.MONTH_FIRST.read("05/13/2026")).contains("2026-05-13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '%',
      value = {
        "a|b ! a,b",
        "a; b ;c ! a,b,c",
        "one label ! one label",
        "[\"a;b\", \"c\"] ! a;b,c",
        "[] ! %%",
        "[broken ! [broken"
      })
  void aCellMayHoldSeveralLabels(String cell, String labels) throws IOException {
    Path file = temp.resolve("several.tsv");
    Files.writeString(file, "text\tlabel\nso be it\t" + cell + "\n");
    ReadFile read = ReadFile.of(file, TaskKind.MULTILABEL);
    assertThat(read.texts().getFirst().judgement())
        .isEqualTo(new Judgement.Many(labels.isEmpty() ? List.of() : List.of(labels.split(","))));
  }

  @Test
  void aCellOfMarksThatIsNoneIsTurnedAway() throws IOException {
    Path file = temp.resolve("marks.tsv");
    Files.writeString(
        file,
        "text\tlabel\nAsha\t[[0, 4, \"person\"]]\nAsha\tperson\nAsha\t[[0, 5, \"person\"]]\nAsha\t\n");
    ReadFile read = ReadFile.of(file, TaskKind.SPANS);
    assertThat(read.texts())
        .extracting(Mapped.Text::judgement)
        .containsExactly(new Judgement.Spans(List.of(new Mark(0, 4, "person"))), Judgement.NONE);
    assertThat(read.reasons()).containsExactly("rejected.marks-cell", "rejected.mark-outside");
  }
}
