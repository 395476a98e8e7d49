package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.document.RealOpener;

/// Documents and mails as people have them: all documents, all mails that parsers break on, and
/// some of the many others; with `-Dshilpi.sweep=true` all of these, too.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DocumentSamplesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final boolean SWEEP = Boolean.getBoolean("shilpi.sweep");
  private static final WorkerDocuments documents =
      new WorkerDocuments(DocumentSamplesTest::command, Duration.ofSeconds(30), System::nanoTime);

  private static WorkerCommand command(Path folder) {
    WorkerCommand real = WorkerCommand.forDocuments(folder);
    return new WorkerCommand(
        real.java(), real.flags(), List.of(RealOpener.class.getName()), Map.of());
  }

  @Test
  void documentsGiveTextOrAReason() throws IOException {
    assertThat(table(files("tika_import_docs", 1)))
        .isEqualTo(
            """
            LICENSE_tika: 1 texts
            csv: 3 texts
            doc: 1 locked 5 texts
            docx: 1 broken 3 locked 10 texts
            eml: 10 texts
            epub: 2 texts
            html: 8 texts
            mbox: 12 texts
            msg: 11 texts
            odp: 1 texts
            ods: 1 empty 1 texts
            odt: 5 texts
            pdf: 2 empty 2 locked 2 no-copying 6 texts
            ppt: 2 texts
            pptx: 1 locked 4 texts
            rtf: 8 texts
            txt: 14 texts
            vtt: 2 texts
            xls: 2 locked 1 texts
            xlsx: 3 locked 2 unknown
            xml: 5 texts
            zip: 1 archive-empty 1 empty 2 texts
            """);
  }

  @Test
  void mailsThatParsersBreakOnGiveTheirWords() throws IOException {
    List<Path> mails = files("mime4j_eml", 1);
    mails.removeIf(file -> !file.toString().endsWith(".msg"));

    // With the mails in them; two have a header and nothing else.
    assertThat(table(mails)).isEqualTo("msg: 2 mail-empty 103 texts\n");
  }

  @Test
  void ordinaryMailsGiveTheirWords() throws IOException {
    List<Path> mails = files("spamassassin_eml", SWEEP ? 1 : 12);
    mails.removeIf(file -> !file.toString().endsWith(".eml"));

    assertThat(table(mails)).isEqualTo("eml: %d texts\n".formatted(mails.size()));
  }

  @Test
  void mailsInMailsAreListedAndRead() throws IOException {
    List<Row> rows = read(startingWith(whole("tika_import_docs"), "testMSG_att_msg"));

    assertThat(rows).hasSize(2);
    assertThat(((Row.Text) rows.getFirst()).origin().field("attachments").orElse(""))
        .contains("Test Attachment (application/vnd.ms-outlook, 0)");
  }

  // What came of the files, by the ending of their names.
  private static String table(List<Path> files) throws IOException {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      Map<String, Integer> kind =
          counts.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), k -> new TreeMap<>());
      List<Row> rows = read(file);
      assertThat(rows).as(name).isNotEmpty();
      for (Row row : rows) {
        kind.merge(outcome(row), 1, Integer::sum);
        assertThat(row).as(name).satisfies(DocumentSamplesTest::hasNoHole);
      }
    }
    StringBuilder table = new StringBuilder();
    counts.forEach((ending, kind) -> {
      table.append(ending).append(':');
      kind.forEach((what, count) -> table.append(" %d %s".formatted(count, what)));
      table.append('\n');
    });
    return table.toString();
  }

  private static String outcome(Row row) {
    return row instanceof Rejected rejected
        ? rejected.reason().key().replaceFirst("rejected\\.(document-)?", "")
        : "texts";
  }

  @Test
  void lettersOfEveryEncodingAreReadRight() throws IOException {
    Map<String, String> known =
        Map.of(
            "spam-2/01045.21", "Türkiye'de",
            "spam-2/00246.d3", "按这里进入",
            "spam-1/00072.d5", "สำหรับคุณ",
            "spam-1/00252.7e", "有一隻烏鴉整天就坐在樹上",
            "spam-1/00325.58", "出会いの広場",
            "spam-1/00397.1a", "请将此信删除",
            "spam-2/00960.ae", "원거리 감시 시스템",
            "spam-1/00407.7a", "greencard 2004 çekilişini kaçırmayın",
            "spam-1/00323.9e", "ももがはじけてぶどうがゆれる");
    Path mails = whole("spamassassin_eml");
    for (Map.Entry<String, String> mail : known.entrySet()) {
      Path file = startingWith(mails, mail.getKey());
      assertThat(((Row.Text) read(file).getFirst()).text())
          .as(mail.getKey())
          .contains(mail.getValue());
    }
  }

  // A letter that could not be read leaves a mark.
  private static void hasNoHole(Row row) {
    assertThat(row instanceof Row.Text text ? text.text() : "").doesNotContain("\ufffd");
  }

  private static Path whole(String set) {
    Path whole = DATA.resolve(set);
    assumeTrue(Files.isDirectory(whole), "needs " + whole);
    return whole;
  }

  // Every so many of the files in a folder.
  private static List<Path> files(String set, int step) throws IOException {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(whole(set))) {
      files = tree.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> some = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      some.add(files.get(i));
    }
    return some;
  }

  private static Path startingWith(Path folder, String name) throws IOException {
    Path start = folder.resolve(name);
    try (Stream<Path> files = Files.list(start.getParent())) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(start.getFileName().toString()))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Row> read(Path file) throws IOException {
    List<Row> all = new ArrayList<>();
    try (RowReader rows = documents.read(DocumentRequest.of(file.toAbsolutePath()))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
