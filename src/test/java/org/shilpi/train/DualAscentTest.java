package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.JobContext;

class DualAscentTest {
  private static final int COLUMNS = 6;
  private static final int CLASSES = 3;

  @Property
  void omegaSolvesItsEquation(@ForAll @DoubleRange(min = -200, max = 1e6) double x) {
    double z = WrightOmega.at(x);

    assertThat(z).isPositive();
    assertThat(z + Math.log(z)).isCloseTo(x, within(1e-10 * Math.max(1, Math.abs(x))));
  }

  /// The minimum of a strictly convex loss is where its gradient is zero, however it was found.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theGradientVanishesAtTheFit(boolean many) {
    for (double strength : new double[] {0.1, 1, 30}) {
      var random = new Random(5);
      var rows = new ArrayList<SparseRow>();
      var answers = new int[40][];
      for (int i = 0; i < answers.length; i++) {
        rows.add(
            new SparseRow(
                new int[] {i % 3, 3 + i % 3},
                new float[] {random.nextFloat() + 0.1f, random.nextFloat() + 0.1f}));
        answers[i] =
            many
                ? IntStream.range(0, CLASSES).filter(k -> random.nextInt(3) == 0).toArray()
                : new int[] {random.nextInt(CLASSES)};
      }
      var ascent = new DualAscent(rows, answers, COLUMNS, CLASSES, many, 1);
      ascent.fit(30, 2 * strength, JobContext.quiet());
      LinearModel model = ascent.fit(40, strength, JobContext.quiet());
      for (int round = 0; round < 20; round++) {
        model = ascent.fit(40, strength, JobContext.quiet());
      }

      assertThat(largestGradient(rows, answers, model, strength)).isLessThan(0.02 * strength * 40);
    }
  }

  private static double largestGradient(
      List<SparseRow> rows, int[][] answers, LinearModel model, double strength) {
    var gradient = new double[model.weights().length];
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = model.weights()[j];
    }
    for (int i = 0; i < rows.size(); i++) {
      var p = model.probabilities(rows.get(i));
      for (int k = 0; k < CLASSES; k++) {
        int label = k;
        boolean has = IntStream.of(answers[i]).anyMatch(answer -> answer == label);
        double error = strength * (p[k] - (has ? 1 : 0));
        gradient[COLUMNS * CLASSES + k] += error;
        for (int j = 0; j < rows.get(i).size(); j++) {
          gradient[rows.get(i).columns()[j] * CLASSES + k] += error * rows.get(i).values()[j];
        }
      }
    }
    double largest = 0;
    for (double value : gradient) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
