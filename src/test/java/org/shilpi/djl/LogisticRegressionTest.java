package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.djl.Goldens.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilpi.job.JobContext;

class LogisticRegressionTest {
  private static final int ROWS = 60;
  private static final int LABELS = 3;
  private static final int WIDTH = 4;

  private final Random random = new Random(11);
  private final float[][] x = new float[ROWS][WIDTH];
  private final int[] y = new int[ROWS];

  LogisticRegressionTest() {
    for (int i = 0; i < ROWS; i++) {
      y[i] = i % LABELS;
      for (int d = 0; d < WIDTH; d++) {
        x[i][d] = (float) (random.nextGaussian() + (d == y[i] ? 1 : 0));
      }
    }
  }

  @Test
  void lossAndGradientAreThoseOfTheFormula() throws IOException {
    try (LogisticRegression regression = new LogisticRegression(x, new Answers.One(y, LABELS))) {
      double[] point = regression.zero();
      Arrays.setAll(point, i -> random.nextGaussian());
      double[] gradient = new double[point.length];
      double l2 = 0.07;
      assertThat(regression.evaluate(point, l2, gradient)).isCloseTo(loss(point, l2), within(1e-5));
      for (int i = 0; i < point.length; i++) {
        double[] left = point.clone();
        double[] right = point.clone();
        left[i] -= 1e-5;
        right[i] += 1e-5;
        assertThat(gradient[i]).isCloseTo((loss(right, l2) - loss(left, l2)) / 2e-5, within(1e-5));
      }
    }
  }

  @Test
  void theFitIsTheMinimum() throws IOException {
    try (LogisticRegression regression = new LogisticRegression(x, new Answers.One(y, LABELS))) {
      double[] fit = regression.fit(1, regression.zero(), JobContext.quiet());
      double l2 = 1.0 / ROWS;
      double least = loss(fit, l2);
      for (int i = 0; i < 200; i++) {
        double[] near = fit.clone();
        Arrays.setAll(near, k -> fit[k] + 0.02 * random.nextGaussian());
        assertThat(loss(near, l2)).isGreaterThanOrEqualTo(least - 1e-7);
      }
    }
  }

  @Test
  void aProbeDoesNotDependOnTheVectorsScale() throws IOException {
    float[][] large = new float[ROWS][WIDTH];
    for (int i = 0; i < ROWS; i++) {
      for (int d = 0; d < WIDTH; d++) {
        large[i][d] = 1000 * x[i][d];
      }
    }
    Probe.Fit fit =
        new Probe(x, new Answers.One(y, LABELS)).fit(1, JobContext.quiet(), share -> {});
    Probe.Fit same =
        new Probe(large, new Answers.One(y, LABELS)).fit(1, JobContext.quiet(), share -> {});
    assertThat(same.choice().strength()).isEqualTo(fit.choice().strength());
    assertThat(same.choice().factor()).isCloseTo(fit.choice().factor(), within(1e-2));
    assertThat(same.score().accuracy()).isEqualTo(fit.score().accuracy());
    assertThat((double) same.head().scores(large[0])[1])
        .isCloseTo(fit.head().scores(x[0])[1], within(1e-2));
  }

  @Test
  void aHeadIsAsSureOfTextsThatItDidNotSeeAsItIsRight() throws IOException {
    Probe probe = new Probe(x, new Answers.One(y, LABELS));
    Probe.Fit fit = probe.fit(1, JobContext.quiet(), share -> {});
    assertThat(fit.score().loss()).isCloseTo(fit.score().tempered(), within(1e-4));
    LinearHead plain = probe.at(fit.choice().strength(), JobContext.quiet());
    assertThat((double) fit.head().scores(x[0])[1])
        .isCloseTo(fit.choice().factor() * plain.scores(x[0])[1], within(1e-4));
  }

  @Test
  void whereEveryAnswerIsRightNoFactorMakesThemSurer() throws IOException {
    float[][] apart = new float[ROWS][WIDTH];
    for (int i = 0; i < ROWS; i++) {
      apart[i][y[i]] = 1;
    }
    Probe.Fit fit =
        new Probe(apart, new Answers.One(y, LABELS)).fit(1, JobContext.quiet(), share -> {});
    assertThat(fit.score().accuracy()).isEqualTo(1);
    assertThat(fit.choice().factor()).isEqualTo(1);
    assertThat(fit.choice().strength()).isEqualTo(fit.plain());
  }

  @Test
  void aStrengthBelowAllThatAreTriedStillGivesAFittedHead() throws IOException {
    LinearHead head = new Probe(x, new Answers.One(y, LABELS)).at(1e-3, JobContext.quiet());
    float[][] scores = Arrays.stream(x).map(head::scores).toArray(float[][]::new);
    assertThat(new Answers.One(y, LABELS).score(scores).loss()).isLessThan(Math.log(LABELS));
    assertThat(new Answers.One(y, LABELS).score(scores).accuracy()).isGreaterThan(0.5);
  }

  /// Straight from the definition, in double precision.
  private double loss(double[] point, double l2) {
    double loss = 0;
    for (int i = 0; i < ROWS; i++) {
      double sum = 0;
      double own = 0;
      for (int k = 0; k < LABELS; k++) {
        double score = point[k * (WIDTH + 1) + WIDTH];
        for (int d = 0; d < WIDTH; d++) {
          score += point[k * (WIDTH + 1) + d] * x[i][d];
        }
        sum += Math.exp(score);
        own = k == y[i] ? score : own;
      }
      loss += Math.log(sum) - own;
    }
    double squares = 0;
    for (int i = 0; i < point.length; i++) {
      squares += i % (WIDTH + 1) == WIDTH ? 0 : point[i] * point[i];
    }
    return loss / ROWS + l2 / 2 * squares;
  }
}
