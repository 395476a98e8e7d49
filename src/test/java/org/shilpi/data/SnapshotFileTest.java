package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

class SnapshotFileTest {
  private static final Snapshot SNAPSHOT =
      Snapshot.of(
          List.of("धोखा", "b"),
          List.of(
              new LabeledText(1, "line\nbreak \u2028 \"quoted\" 🙂", 0, Split.TRAIN),
              new LabeledText(7, "\ttab", 1, Split.TEST)));

  @TempDir Path temp;

  @Test
  void readsWhatWasWritten() throws IOException {
    Path file = temp.resolve("snapshots/s.jsonl");
    SnapshotFile.write(SNAPSHOT, file);
    assertThat(SnapshotFile.read(file)).isEqualTo(SNAPSHOT);
    assertThat(Files.readAllLines(file).getFirst())
        .isEqualTo(
            "{\"labels\":[\"धोखा\",\"b\"],\"fingerprint\":\"" + SNAPSHOT.fingerprint() + "\"}");
    assertThat(Files.readAllLines(file).getLast())
        .isEqualTo("{\"id\":7,\"text\":\"\\ttab\",\"label\":1,\"split\":\"test\"}");
  }

  @Test
  void theFingerprintChangesWithEveryPart() {
    LabeledText row = SNAPSHOT.rows().getFirst();
    assertThat(
            List.of(
                SNAPSHOT,
                Snapshot.of(List.of("धोखा", "c"), SNAPSHOT.rows()),
                Snapshot.of(SNAPSHOT.labels(), List.of(row)),
                Snapshot.of(
                    SNAPSHOT.labels(), List.of(new LabeledText(2, row.text(), 0, Split.TRAIN))),
                Snapshot.of(
                    SNAPSHOT.labels(), List.of(new LabeledText(1, "other", 0, Split.TRAIN))),
                Snapshot.of(
                    SNAPSHOT.labels(), List.of(new LabeledText(1, row.text(), 1, Split.TRAIN))),
                Snapshot.of(
                    SNAPSHOT.labels(), List.of(new LabeledText(1, row.text(), 0, Split.TEST)))))
        .extracting(Snapshot::fingerprint)
        .doesNotHaveDuplicates()
        .allMatch(print -> print.matches("[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "not json", "{\"labels\":[\"a\"],\"fingerprint\":\"0\"}\n{\"id\":1}"})
  void aDamagedFileIsRefused(String content) throws IOException {
    Path file = Files.writeString(temp.resolve("s.jsonl"), content);
    assertThatThrownBy(() -> SnapshotFile.read(file))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.data.snapshot-damaged"));
  }

  @Test
  void aChangedTextIsNoticed() throws IOException {
    Path file = temp.resolve("s.jsonl");
    SnapshotFile.write(SNAPSHOT, file);
    Files.writeString(file, Files.readString(file).replace("quoted", "changed"));
    assertThatThrownBy(() -> SnapshotFile.read(file)).isInstanceOf(Problem.class);
  }

  @Test
  void theFingerprintOfSingleLabelsNeverChanges() {
    assertThat(SNAPSHOT.fingerprint())
        .isEqualTo("7ad2331cbe7a4b4f940e3449753c6794db0d78d1e13969013e5e03a3afbaab18");
  }

  private static final Snapshot MANY =
      Snapshot.of(
          TaskKind.MULTILABEL,
          List.of("a", "b"),
          List.of(
              new LabeledText(1, "both", new Target.Many(List.of(1, 0, 1)), Split.TRAIN),
              new LabeledText(2, "none", new Target.Many(List.of()), Split.TEST)));

  private static final Snapshot SPANS =
      Snapshot.of(
          TaskKind.SPANS,
          List.of("who"),
          List.of(
              new LabeledText(
                  1,
                  "🙂Ann and Bob",
                  new Target.Spans(List.of(new Span(10, 13, 0), new Span(2, 5, 0))),
                  Split.TRAIN)));

  @Test
  void readsManyLabelsAndSpansAsTheyWereWritten() throws IOException {
    Path file = temp.resolve("s.jsonl");
    SnapshotFile.write(MANY, file);
    assertThat(SnapshotFile.read(file)).isEqualTo(MANY);
    assertThat(Files.readAllLines(file).get(1))
        .isEqualTo("{\"id\":1,\"text\":\"both\",\"labels\":[0,1],\"split\":\"train\"}");
    SnapshotFile.write(SPANS, file);
    assertThat(SnapshotFile.read(file)).isEqualTo(SPANS);
    assertThat(Files.readAllLines(file).get(1))
        .contains("[{\"start\":2,\"end\":5,\"label\":0},{\"start\":10,\"end\":13,\"label\":0}]");
  }

  @Test
  void everyKindOfTargetHasItsOwnFingerprint() {
    LabeledText one = new LabeledText(1, "t", new Target.One(0), Split.TRAIN);
    LabeledText many = new LabeledText(1, "t", new Target.Many(List.of(0)), Split.TRAIN);
    LabeledText none = new LabeledText(1, "t", new Target.Many(List.of()), Split.TRAIN);
    LabeledText span =
        new LabeledText(1, "t", new Target.Spans(List.of(new Span(0, 1, 0))), Split.TRAIN);
    assertThat(
            List.of(
                Snapshot.of(TaskKind.CLASSIFY, List.of("a"), List.of(one)),
                Snapshot.of(TaskKind.MULTILABEL, List.of("a"), List.of(many)),
                Snapshot.of(TaskKind.MULTILABEL, List.of("a"), List.of(none)),
                Snapshot.of(TaskKind.SPANS, List.of("a"), List.of(span))))
        .extracting(Snapshot::fingerprint)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesSpansThatOverlapNamingTheText() {
    assertRefused(
        "problem.data.spans-overlap", "Ann and Bob", new Span(0, 5, 0), new Span(4, 7, 0));
  }

  @Test
  void refusesSpansThatAreNoWholePartOfTheText() {
    assertRefused("problem.data.span-outside", "Ann", new Span(1, 4, 0));
    assertRefused("problem.data.span-outside", "🙂 Ann", new Span(1, 4, 0));
  }

  private static void assertRefused(String key, String text, Span... spans) {
    LabeledText row = new LabeledText(9, text, new Target.Spans(List.of(spans)), Split.TRAIN);
    assertThatThrownBy(() -> Snapshot.of(TaskKind.SPANS, List.of("who"), List.of(row)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo(key);
              assertThat(problem.arguments()).first().isEqualTo("9");
            });
  }

  @Test
  void refusesALabelThatIsNone() {
    assertThatThrownBy(
            () -> Snapshot.of(List.of("a"), List.of(new LabeledText(1, "t", 1, Split.TRAIN))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
