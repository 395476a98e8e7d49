package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Span;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scores;

class FilesOfAScoringTest {
  @TempDir Path folder;

  @Test
  void textsArriveAsTheyWereEvenBrokenOnes() throws IOException {
    var texts = List.of("", "one\ntwo\u0000", "हिन्दी 🙂", "half \ud800", "x".repeat(1_000_000));
    var file = folder.resolve("texts");
    TextFile.write(texts, file);

    assertThat(TextFile.read(file)).isEqualTo(texts);
  }

  @Test
  void scoresArriveBitByBit() throws IOException {
    float[][] rows = {{0.1f, 0.9f, Float.MIN_VALUE}, {Float.POSITIVE_INFINITY, -0f, 1}};
    var scores =
        new Scores(
            List.of("a", "", "कार्ड"),
            rows,
            Map.of("majority", new float[][] {{1, 0, 0}, {1, 0, 0}}, "frozen", rows),
            new double[] {1.5, Double.MIN_VALUE});
    var file = folder.resolve("scores");
    ScoreFile.write(scores, file);

    var read = ScoreFile.read(file);

    assertThat(read.labels()).isEqualTo(scores.labels());
    assertThat(read.probabilities()).isDeepEqualTo(rows);
    assertThat(read.baselines()).containsOnlyKeys("majority", "frozen");
    assertThat(read.baselines().get("frozen")).isDeepEqualTo(rows);
    assertThat(read.latencyMillis()).containsExactly(scores.latencyMillis());
  }

  @Test
  void spansArriveBitByBit() throws IOException {
    var some = List.of(List.of(new FoundSpan(new Span(3, 7, 1), 0.75f)), List.<FoundSpan>of());
    var scores =
        new Scores(
            List.of("a", "b"),
            new float[0][],
            new float[] {0.25f, 0.5f},
            some,
            Map.of(),
            Map.of("dictionary", some),
            new double[0]);
    var file = folder.resolve("scores");
    ScoreFile.write(scores, file);

    var read = ScoreFile.read(file);

    assertThat(read.spans()).isEqualTo(some);
    assertThat(read.spanBaselines()).isEqualTo(Map.of("dictionary", some));
    assertThat(read.thresholds()).containsExactly(0.25f, 0.5f);
    var whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCutFileIsRefusedWhereverItIsCut() throws IOException {
    var scores = folder.resolve("scores");
    ScoreFile.write(
        new Scores(List.of("a"), new float[][] {{1}}, Map.of(), new double[] {1}), scores);
    var texts = folder.resolve("texts");
    TextFile.write(List.of("ab", "c"), texts);

    for (var file : List.of(scores, texts)) {
      var whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void numbersThatPromiseTooMuchTakeNoMemory() throws IOException {
    for (var name : List.of("scores", "texts")) {
      for (int number : new int[] {Integer.MAX_VALUE, -1}) {
        var file = folder.resolve(name);
        Files.write(file, ByteBuffer.allocate(64).putInt(1).putInt(number).array());
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class);
      }
    }
  }

  private static Object read(Path file) throws IOException {
    return file.endsWith("texts") ? TextFile.read(file) : ScoreFile.read(file);
  }
}
