package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContrastLessonTest {
  private static final int[] LABELS = {0, 1, 0, 2, 1, 0, 3, 2};

  /// Texts of unequal lengths, the lengths in no order.
  private static final List<int[]> TOKENS =
      IntStream.range(0, LABELS.length)
          .mapToObj(i -> IntStream.range(0, 3 + 5 * i % 11).map(t -> 5 + 7 * i + t).toArray())
          .toList();

  @Test
  void itsLossIsThatOfThePaper() throws IOException {
    try (Encoder encoder = Encoder.open(Shelf.baseModel(), Device.cpu())) {
      ContrastLesson lesson = new ContrastLesson(TOKENS, LABELS);
      int[] batch = IntStream.range(0, LABELS.length).toArray();
      encoder.weights().arrays().values().forEach(array -> array.setRequiresGradient(true));
      double loss = encoder.step(lesson, batch, lesson.whole(batch), 0);
      assertThat(loss).isCloseTo(loss(encoder.embed(TOKENS)), Goldens.within(1e-5));
    }
  }

  @Test
  void itsGradientIsTheSlopeOfTheLoss() throws IOException {
    try (Encoder encoder = Encoder.open(Shelf.baseModel(), Device.cpu())) {
      ContrastLesson lesson = new ContrastLesson(TOKENS, LABELS);
      int[] batch = IntStream.range(0, LABELS.length).toArray();
      NDArray weight = encoder.weights().get("encoder.layer.1.output.dense.bias");
      weight.setRequiresGradient(true);
      encoder.step(lesson, batch, lesson.whole(batch), 0);
      float[] slope = weight.getGradient().toFloatArray();
      float[] values = weight.toFloatArray();
      double squares = 0;
      float[] there = values.clone();
      float[] back = values.clone();
      for (int i = 0; i < values.length; i++) {
        squares += slope[i] * slope[i];
      }
      double step = 1e-2 / Math.sqrt(squares);
      for (int i = 0; i < values.length; i++) {
        there[i] += (float) (step * slope[i]);
        back[i] -= (float) (step * slope[i]);
      }
      Weights.fill(weight, java.nio.FloatBuffer.wrap(there));
      double up = loss(encoder.embed(TOKENS));
      Weights.fill(weight, java.nio.FloatBuffer.wrap(back));
      double down = loss(encoder.embed(TOKENS));
      assertThat((up - down) / (2 * step)).isCloseTo(squares, Goldens.within(0.02 * squares));
    }
  }

  /// By the formula: Khosla et al., 2020, equation 2.
  private static double loss(float[][] vectors) {
    double sum = 0;
    for (int i = 0; i < vectors.length; i++) {
      double all = 0;
      double friends = 0;
      int count = 0;
      for (int j = 0; j < vectors.length; j++) {
        if (j != i) {
          double similarity = cosine(vectors[i], vectors[j]) / 0.1;
          all += Math.exp(similarity);
          if (LABELS[j] == LABELS[i]) {
            friends += similarity;
            count++;
          }
        }
      }
      sum += count == 0 ? 0 : Math.log(all) - friends / count;
    }
    return sum / vectors.length;
  }

  private static double cosine(float[] a, float[] b) {
    double product = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      x += a[i] * a[i];
      y += b[i] * b[i];
    }
    return product / Math.sqrt(x * y);
  }

  @Property(tries = 50)
  void everyPassHasEveryTextOnceWithOthersOfItsLabel(
      @ForAll @IntRange(min = 2, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 40) int labels,
      @ForAll long seed) {
    Random random = new Random(seed);
    int[] y = IntStream.range(0, rows).map(i -> random.nextInt(labels)).toArray();
    List<int[]> tokens =
        IntStream.range(0, rows).mapToObj(i -> new int[1 + random.nextInt(120)]).toList();
    ContrastLesson lesson = new ContrastLesson(tokens, y);
    List<int[]> batches = lesson.batches(seed);
    assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted().toArray())
        .isEqualTo(IntStream.range(0, rows).toArray());
    for (int[] batch : batches) {
      int longest = Arrays.stream(batch).map(i -> tokens.get(i).length).max().orElseThrow();
      assertThat(batch.length).isBetween(1, ContrastLesson.TEXTS);
      assertThat(batch.length * longest).isLessThanOrEqualTo(ContrastLesson.TOKENS);
      for (int row : batch) {
        boolean alone = Arrays.stream(batch).filter(i -> y[i] == y[row]).count() == 1;
        assertThat(alone && Arrays.stream(y).filter(label -> label == y[row]).count() > 1)
            .isFalse();
      }
    }
    assertThat(lesson.batches(seed)).usingRecursiveComparison().isEqualTo(batches);
  }
}
