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
}
