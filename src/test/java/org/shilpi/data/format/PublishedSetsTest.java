package org.shilpi.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.Judgement;
import org.shilpi.data.ReadFile;
import org.shilpi.data.Wanted;
import org.shilpi.project.TaskKind;

/// Published labeled sets come in with the counts that were measured of them.
class PublishedSetsTest {
  private static Path set(String name) {
    Path folder = Path.of("../shared/data").resolve(name).toAbsolutePath().normalize();
    assumeTrue(Files.isDirectory(folder), "skipped: there is no folder " + folder);
    return folder;
  }

  private static ReadFile read(String set, String file, TaskKind task) throws IOException {
    return ReadFile.of(set(set).resolve(file), task);
  }

  private static int marks(ReadFile file) {
    return file.labels().values().stream().mapToInt(Integer::intValue).sum();
  }

  @ParameterizedTest
  @CsvSource({
    "banking77, train.csv, csv, 10003, 77",
    "banking77, test.csv, csv, 3080, 77",
    "hindi_bbc_news, BBC_train_data.tsv, tsv, 3889, 6",
    "hindi_bbc_news, BBC_dev_data.tsv, tsv, 216, 6",
    "hindi_bbc_news, BBC_test_data.tsv, tsv, 217, 6",
    "cfpb_complaints, cfpb_train.json, json, 700, 5",
    "cfpb_complaints, cfpb_test.json, json, 300, 5",
    "loghub_2k, DERIVED_BGL_alert.csv, csv, 2000, 2"
  })
  void oneLabelForAText(String set, String name, String format, int rows, int labels)
      throws IOException {
    ReadFile file = read(set, name, TaskKind.CLASSIFY);

    assertThat(file.format()).isEqualTo(format);
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts()).hasSize(rows);
    assertThat(file.labels()).hasSize(labels);
    assertThat(marks(file)).isEqualTo(rows);
  }

  @ParameterizedTest
  @CsvSource({
    "wnut17, wnut17train.conll, 3394, 1975, 6",
    "wnut17, emerging.dev.conll, 1009, 836, 6",
    "wnut17, emerging.test.annotated, 1287, 1079, 6",
    "bc5cdr, train.tsv, 4560, 9385, 2",
    "bc5cdr, devel.tsv, 4581, 9593, 2",
    "bc5cdr, test.tsv, 4797, 9809, 2",
    "sec_filings_ner, FIN5.txt, 1164, 1168, 4",
    "sec_filings_ner, FIN3.txt, 303, 318, 4"
  })
  void markedWords(String set, String name, int texts, int marks, int labels) throws IOException {
    ReadFile file = read(set, name, TaskKind.SPANS);

    assertThat(file.format()).isEqualTo("conll");
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts()).hasSize(texts);
    assertThat(marks(file)).isEqualTo(marks);
    assertThat(file.labels()).hasSize(labels);
  }

  @ParameterizedTest
  @CsvSource({
    "synth_dataset_v2.json, 1500, 2863, 17",
    "generated_large.json, 2109, 4055, 15",
  })
  void personalData(String name, int texts, int marks, int labels) throws IOException {
    ReadFile file = read("presidio_pii", name, TaskKind.SPANS);

    assertThat(file.format()).isEqualTo("presidio");
    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts()).hasSize(texts);
    assertThat(marks(file)).isEqualTo(marks);
    assertThat(file.labels()).hasSize(labels);
  }

  @Test
  void theOneMarkThatStandsElsewhereThanItSaysIsReported() throws IOException {
    ReadFile file = read("presidio_pii", "generated_small.json", TaskKind.SPANS);

    assertThat(file.texts()).hasSize(99);
    assertThat(file.reasons()).containsExactly("rejected.mark-differs");
  }

  @ParameterizedTest
  @CsvSource({"banking, 2071, 48, 88, 13, 0", "hotels, 1009, 40, 274, 14, 2"})
  void anyNumberOfLabelsAndSlotsOfTheSameTexts(
      String domain, int texts, int labels, int without, int slots, int overlapping)
      throws IOException {
    List<ReadFile> intents = folds(domain, TaskKind.MULTILABEL);
    List<ReadFile> marked = folds(domain, TaskKind.SPANS);

    assertThat(intents).hasSize(20).allMatch(file -> file.format().equals("nlupp"));
    assertThat(intents).allMatch(file -> file.rejected().isEmpty());
    assertThat(intents.stream().mapToInt(file -> file.texts().size()).sum()).isEqualTo(texts);
    assertThat(sum(intents)).hasSize(labels);
    assertThat(
            intents.stream()
                .flatMap(file -> file.texts().stream())
                .filter(text -> text.judgement().equals(new Judgement.Many(List.of()))))
        .hasSize(without);
    assertThat(sum(marked)).hasSize(slots);
    assertThat(marked.stream().flatMap(file -> file.reasons().stream()))
        .hasSize(overlapping)
        .allMatch("rejected.marks-overlap"::equals);
    // One text of the banking set names its label twice, and both hotel texts whose slots overlap
    // have a date.
    assertThat(sum(intents))
        .containsEntry(
            domain.equals("banking") ? "transfer_payment_deposit" : "booking",
            domain.equals("banking") ? 513 - 1 : 268);
    assertThat(sum(marked))
        .containsEntry("date", domain.equals("banking") ? 221 : 90 - overlapping)
        .containsEntry("number", domain.equals("banking") ? 18 : 25);
  }

  private static List<ReadFile> folds(String domain, TaskKind task) throws IOException {
    List<ReadFile> files = new ArrayList<>();
    try (Stream<Path> folds = Files.list(set("nlupp_multilabel"))) {
      for (Path fold : folds.sorted().toList()) {
        if (fold.getFileName().toString().startsWith(domain)) {
          files.add(ReadFile.of(fold, Wanted.NOTHING.withTask(task)));
        }
      }
    }
    return files;
  }

  private static Map<String, Integer> sum(List<ReadFile> files) {
    Map<String, Integer> sum = new TreeMap<>();
    files.forEach(
        file -> file.labels().forEach((label, count) -> sum.merge(label, count, Integer::sum)));
    return sum;
  }
}
