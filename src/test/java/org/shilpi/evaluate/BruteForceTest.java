package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/// The same numbers again, worked out the slow and plain way, on small random inputs.
class BruteForceTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  record Answers(int labels, int[] truth, int[] answered) {}

  record Scored(boolean[] truth, double[] scores) {}

  @Provide
  Arbitrary<Answers> answers() {
    Arbitrary<Integer> sizes = Arbitraries.integers().between(1, 12);
    return Combinators.combine(Arbitraries.integers().between(1, 4), sizes)
        .flatAs((labels, n) -> {
          Arbitrary<int[]> some =
              Arbitraries.integers().between(0, labels - 1).array(int[].class).ofSize(n);
          return Combinators.combine(some, some).as((a, b) -> new Answers(labels, a, b));
        });
  }

  @Provide
  Arbitrary<Scored> scored() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(n ->
            Combinators.combine(
                    Arbitraries.of(true, false).array(boolean[].class).ofSize(n),
                    Arbitraries.of(0.0, 0.25, 0.5, 0.75, 1.0).array(double[].class).ofSize(n))
                .as(Scored::new));
  }

  @Property
  void confusionCountsPairs(@ForAll("answers") Answers given) {
    Confusion confusion = Confusion.of(given.labels, given.truth, given.answered);
    for (int k = 0; k < given.labels; k++) {
      int label = k;
      long both = count(given, i -> given.truth[i] == label && given.answered[i] == label);
      long said = count(given, i -> given.answered[i] == label);
      long is = count(given, i -> given.truth[i] == label);
      assertThat(confusion.precision(k)).isCloseTo(said == 0 ? 0 : (double) both / said, CLOSE);
      assertThat(confusion.recall(k)).isCloseTo(is == 0 ? 0 : (double) both / is, CLOSE);
      double p = confusion.precision(k);
      double r = confusion.recall(k);
      assertThat(confusion.f1(k)).isCloseTo(p + r == 0 ? 0 : 2 * p * r / (p + r), CLOSE);
      if (is > 0) {
        assertThat(confusion.falseNegativeRate(k)).isCloseTo(1 - r, CLOSE);
      }
    }
  }

  /// Matthews' coefficient is the correlation of the two sides' indicator columns.
  @Property
  void matthewsIsACorrelation(@ForAll("answers") Answers given) {
    double across = 0;
    double own = 0;
    double other = 0;
    int n = given.truth.length;
    for (int k = 0; k < given.labels; k++) {
      int label = k;
      double is = count(given, i -> given.truth[i] == label) / (double) n;
      double said = count(given, i -> given.answered[i] == label) / (double) n;
      for (int i = 0; i < n; i++) {
        double x = (given.truth[i] == k ? 1 : 0) - is;
        double y = (given.answered[i] == k ? 1 : 0) - said;
        across += x * y;
        own += x * x;
        other += y * y;
      }
    }
    double expected = own < 1e-12 || other < 1e-12 ? 0 : across / Math.sqrt(own * other);
    Agreement agreement = Agreement.of(Confusion.of(given.labels, given.truth, given.answered));
    assertThat(agreement.mcc()).isCloseTo(expected, within(1e-9));
  }

  /// Kappa holds the agreement against that of all pairs, whoever gave which text.
  @Property
  void kappaComparesWithShuffledAnswers(@ForAll("answers") Answers given) {
    int n = given.truth.length;
    double seen = count(given, i -> given.truth[i] == given.answered[i]) / (double) n;
    double chance = 0;
    for (int is : given.truth) {
      for (int said : given.answered) {
        chance += is == said ? 1.0 / n / n : 0;
      }
    }
    double kappa = Agreement.of(Confusion.of(given.labels, given.truth, given.answered)).kappa();
    if (n < 2 || chance > 1 - 1e-12) {
      assertThat(kappa).isNaN();
    } else {
      assertThat(kappa).isCloseTo((seen - chance) / (1 - chance), within(1e-9));
    }
  }

  @Property
  void rocAreaIsTheShareOfPairsInOrder(@ForAll("scored") Scored given) {
    double won = 0;
    int pairs = 0;
    for (int i = 0; i < given.truth.length; i++) {
      for (int j = 0; j < given.truth.length; j++) {
        if (given.truth[i] && !given.truth[j]) {
          pairs++;
          won += (Math.signum(given.scores[i] - given.scores[j]) + 1) / 2;
        }
      }
    }
    double area = Curve.roc(given.truth, given.scores).area();
    if (pairs == 0) {
      assertThat(area).isNaN();
    } else {
      assertThat(area).isCloseTo(won / pairs, CLOSE);
    }
  }

  @Property
  void everyPointOfACurveIsItsThresholdApplied(@ForAll("scored") Scored given) {
    Curve curve = Curve.precisionRecall(given.truth, given.scores);
    long cases = IntStream.range(0, given.truth.length).filter(i -> given.truth[i]).count();
    for (int point = 0; point < curve.thresholds().length; point++) {
      double threshold = curve.thresholds()[point];
      int[] passing =
          IntStream.range(0, given.truth.length)
              .filter(i -> given.scores[i] >= threshold)
              .toArray();
      long caught = Arrays.stream(passing).filter(i -> given.truth[i]).count();
      assertThat(curve.y()[point]).isCloseTo((double) caught / passing.length, CLOSE);
      if (cases > 0) {
        assertThat(curve.x()[point]).isCloseTo((double) caught / cases, CLOSE);
      }
    }
  }

  @Property
  void mcNemarTossesAFairCoin(
      @ForAll @IntRange(max = 60) int first, @ForAll @IntRange(max = 60) int second) {
    BigInteger extreme = BigInteger.ZERO;
    int n = first + second;
    for (int k = 0; k <= n; k++) {
      if (Math.abs(2 * k - n) >= Math.abs(first - second)) {
        extreme = extreme.add(choose(n, k));
      }
    }
    double expected = extreme.doubleValue() / BigInteger.TWO.pow(n).doubleValue();
    assertThat(new McNemar(first, second).pValue()).isCloseTo(expected, within(1e-12));
  }

  @Property
  void anIntervalHoldsItsShareAndNarrowsWithMoreTexts(
      @ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(max = 100) int percent) {
    int hits = n * percent / 100;
    Interval interval = Interval.wilson(hits, n);
    double share = (double) hits / n;
    assertThat(share).isBetween(interval.low(), interval.high());
    Interval more = Interval.wilson(hits * 10, n * 10);
    assertThat(more.high() - more.low()).isLessThan(interval.high() - interval.low());
    // Where the normal approximation says it: the end's own standard error spans the distance.
    if (hits > 0) {
      double error = Math.sqrt(interval.low() * (1 - interval.low()) / n);
      assertThat((share - interval.low()) / error).isCloseTo(1.959963984540054, within(1e-6));
    }
  }

  @Property
  void twoSampleDistancesAreOverAllValues(@ForAll("scored") Scored a, @ForAll("scored") Scored b) {
    double most = 0;
    double area = 0;
    for (double value = 0; value <= 1; value += 0.25) {
      double gap = Math.abs(below(a.scores, value) - below(b.scores, value));
      most = Math.max(most, gap);
      area += value < 1 ? gap * 0.25 : 0;
    }
    assertThat(KolmogorovSmirnov.of(a.scores, b.scores).statistic()).isCloseTo(most, CLOSE);
    assertThat(Wasserstein.distance(a.scores, b.scores)).isCloseTo(area, CLOSE);
  }

  @Property(tries = 30, generation = GenerationMode.RANDOMIZED)
  void kolmogorovsChanceFallsWithTheDistance(@ForAll @IntRange(min = 2, max = 600) int n) {
    double before = 1;
    for (double distance = 0.05; distance <= 1; distance += 0.05) {
      double p = new KolmogorovSmirnov(distance, n, n).pValue();
      assertThat(p).isBetween(0.0, before + 1e-3);
      before = p;
    }
    assertThat(before).isLessThan(n < 10 ? 1 : 1e-2);
  }

  /// The tail again, as the area under the density, summed in small steps.
  @Property(tries = 40)
  void chiSquaredTailIsTheDensitysArea(
      @ForAll @IntRange(min = 1, max = 12) int degrees, @ForAll @IntRange(max = 300) int tenths) {
    double from = tenths / 10.0;
    double gamma = degrees % 2 == 0 ? 1 : Math.sqrt(Math.PI);
    for (double k = degrees % 2 == 0 ? 1 : 0.5; k < degrees / 2.0; k++) {
      gamma *= k;
    }
    double scale = Math.pow(2, degrees / 2.0) * gamma;
    // Substituting x = y^2 takes the pole away that one degree of freedom has at 0.
    double start = Math.sqrt(from);
    double step = 1e-3;
    double area = 0;
    for (double y = start + step / 2; y < start + 20; y += step) {
      area += step * 2 * Math.pow(y, degrees - 1) * Math.exp(-y * y / 2) / scale;
    }
    assertThat(new ChiSquared(from, degrees).pValue()).isCloseTo(area, within(1e-6));
  }

  private static long count(Answers given, java.util.function.IntPredicate which) {
    return IntStream.range(0, given.truth.length).filter(which).count();
  }

  private static double below(double[] sample, double value) {
    return Arrays.stream(sample).filter(x -> x <= value).count() / (double) sample.length;
  }

  private static BigInteger choose(int n, int k) {
    BigInteger result = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
