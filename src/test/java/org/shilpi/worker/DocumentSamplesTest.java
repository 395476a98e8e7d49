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
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.document.RealOpener;

/// Documents and mails as people have them. A sample of them by default; with `-Dshilpi.sweep=true`
/// all of them, with a table of what came of them, and many damaged copies.
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class DocumentSamplesTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final boolean SWEEP = Boolean.getBoolean("shilpi.sweep");
  private static final List<String> SETS =
      List.of("tika_import_docs", "mime4j_eml", "spamassassin_eml");

  @TempDir Path folder;

  private final WorkerDocuments documents =
      new WorkerDocuments(DocumentSamplesTest::command, Duration.ofSeconds(30), System::nanoTime);
  private final Map<String, Integer> counts = new TreeMap<>();

  private static WorkerCommand command(Path folder) {
    WorkerCommand real = WorkerCommand.forDocuments(folder);
    return new WorkerCommand(
        real.java(), real.flags(), List.of(RealOpener.class.getName()), Map.of());
  }

  @Test
  void everyDocumentGivesTextOrAReason() throws IOException {
    for (Path file : files(SWEEP ? 1 : 12)) {
      List<Row> rows = read(file);
      assertThat(rows).as(file.toString()).isNotEmpty();
      for (Row row : rows) {
        count(file, row);
        assertThat(wellRefused(row)).as("%s: %s", file, row).isTrue();
      }
    }
    if (SWEEP) {
      counts.forEach((what, count) -> System.out.printf("%7d  %s%n", count, what));
    }
  }

  @Test
  void lettersOfEveryEncodingAreReadRight() throws IOException {
    Map<String, String> known =
        Map.of(
            "spam-1/00072.d5", "สำหรับคุณ",
            "spam-1/00252.7e", "有一隻烏鴉整天就坐在樹上",
            "spam-1/00325.58", "出会いの広場",
            "spam-1/00397.1a", "请将此信删除",
            "spam-2/00960.ae", "원거리 감시 시스템",
            "spam-1/00407.7a", "greencard 2004 çekilişini kaçırmayın",
            "spam-1/00323.9e", "ももがはじけてぶどうがゆれる");
    Path mails = DATA.resolve("spamassassin_eml");
    assumeTrue(Files.isDirectory(mails), "needs " + mails);
    for (Map.Entry<String, String> mail : known.entrySet()) {
      Path file = startingWith(mails, mail.getKey());
      assertThat(((Row.Text) read(file).getFirst()).text())
          .as(mail.getKey())
          .contains(mail.getValue());
    }
  }

  @Test
  void damagedDocumentsHarmNothing() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    List<Path> files = files(SWEEP ? 4 : 60);
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      Path copy = folder.resolve(String.valueOf(file.getFileName()));
      Files.write(copy, Damage.of(bytes, random));
      List<Row> rows = read(copy);
      assertThat(rows).as(file.toString()).isNotEmpty();
      rows.forEach(row -> count(Path.of("damaged"), row));
      Files.delete(copy);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    if (SWEEP) {
      counts.forEach((what, count) -> System.out.printf("%7d  %s%n", count, what));
    }
  }

  // A real document may be refused for what it is, never because the reader did not survive it.
  private static boolean wellRefused(Row row) {
    return !(row instanceof Rejected rejected)
        || !List.of("rejected.document-slow", "rejected.document-crash", "rejected.document-memory")
            .contains(rejected.reason().key());
  }

  private void count(Path file, Row row) {
    String name = String.valueOf(file.getFileName());
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String what =
        switch (row) {
          case Row.Text text -> "text, " + text.origin().field("charset").orElse("no encoding");
          case Rejected rejected -> rejected.reason().key();
          case Row.Cells cells -> "cells";
        };
    counts.merge(ending + ": " + what, 1, Integer::sum);
  }

  private static List<Path> files(int step) throws IOException {
    List<Path> files = new ArrayList<>();
    for (String set : SETS) {
      Path whole = DATA.resolve(set);
      assumeTrue(Files.isDirectory(whole), "needs " + whole);
      try (Stream<Path> tree = Files.walk(whole)) {
        files.addAll(tree.filter(Files::isRegularFile).sorted().toList());
      }
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

  private List<Row> read(Path file) throws IOException {
    List<Row> all = new ArrayList<>();
    try (RowReader rows = documents.read(DocumentRequest.of(file.toAbsolutePath()))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        all.add(row.get());
      }
    }
    return all;
  }
}
