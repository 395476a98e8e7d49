package org.shilpi.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shilpi.evaluate.Goldens.doubles;
import static org.shilpi.evaluate.Goldens.equal;
import static org.shilpi.evaluate.Goldens.flags;
import static org.shilpi.evaluate.Goldens.ints;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Every number equals what scikit-learn and scipy say, to 1e-9. Covered are all answers of all
/// files:
///
/// - multiclass: accuracy, wilson95, macroF1, microF1, weightedF1, mcc, kappa,
///   balancedAccuracyOverPresentClasses, precision, recall, f1, support, confusionRowsTruth,
///   falsePositiveRate, falseNegativeRate, logLoss, brierMultiSum, ece15EqualWidth, top3
/// - binary_scores: rocAuc, averagePrecision, fpr, tpr, rocThresholdsAfterInfinity, precision,
///   recall, prThresholds, brier
/// - multilabel: subsetAccuracy, hammingLoss, microF1, macroF1, samplesF1, weightedF1,
///   jaccardSamples
/// - paired_tests: onlyA, onlyB, mcnemarExactTwoSided, mcnemarChi2Corrected
/// - two_samples: ks, ksPAsymptotic, chi2, chi2P, wasserstein
class ReferenceTest {

  @TestFactory
  Stream<DynamicTest> confusionAndAgreement() {
    return Goldens.cases(
        "multiclass.json",
        golden -> {
          int labels = golden.get("classes").asInt();
          Confusion confusion =
              Confusion.of(labels, ints(golden.get("truth")), ints(golden.get("predicted")));
          assertThat(confusion.counts())
              .isDeepEqualTo(
                  Goldens.rows(golden.get("confusionRowsTruth"))
                      .map(Goldens::ints)
                      .toArray(int[][]::new));
          equal("accuracy", confusion.accuracy(), golden.get("accuracy"));
          Interval wilson = Interval.wilson(confusion.hits(), confusion.n());
          equal("wilson95", new double[] {wilson.low(), wilson.high()}, golden.get("wilson95"));
          equal("precision", each(labels, confusion::precision), golden.get("precision"));
          equal("recall", each(labels, confusion::recall), golden.get("recall"));
          equal("f1", each(labels, confusion::f1), golden.get("f1"));
          equal("support", each(labels, confusion::support), golden.get("support"));
          equal("fpr", each(labels, confusion::falsePositiveRate), golden.get("falsePositiveRate"));
          equal("fnr", each(labels, confusion::falseNegativeRate), golden.get("falseNegativeRate"));
          Agreement agreement = Agreement.of(confusion);
          equal("macroF1", agreement.macroF1(), golden.get("macroF1"));
          equal("microF1", agreement.microF1(), golden.get("microF1"));
          equal("weightedF1", agreement.weightedF1(), golden.get("weightedF1"));
          equal("mcc", agreement.mcc(), golden.get("mcc"));
          equal("kappa", agreement.kappa(), golden.get("kappa"));
          equal(
              "balanced",
              agreement.balancedAccuracy(),
              golden.get("balancedAccuracyOverPresentClasses"));
        });
  }

  @TestFactory
  Stream<DynamicTest> probabilities() {
    return Goldens.cases(
        "multiclass.json",
        golden -> {
          double[][] rows =
              Goldens.rows(golden.get("probabilities"))
                  .map(Goldens::doubles)
                  .toArray(double[][]::new);
          Probabilities probabilities = new Probabilities(rows, ints(golden.get("truth")));
          equal("logLoss", probabilities.logLoss(), golden.get("logLoss"));
          equal("brier", probabilities.brier(), golden.get("brierMultiSum"));
          equal("ece", probabilities.calibrationError(), golden.get("ece15EqualWidth"));
          equal("top3", probabilities.top(3), golden.get("top3"));
        });
  }

  @TestFactory
  Stream<DynamicTest> curves() {
    return Goldens.cases(
        "binary_scores.json",
        golden -> {
          boolean[] truth = flags(golden.get("truth"));
          double[] scores = doubles(golden.get("scores"));
          Curve roc = Curve.roc(truth, scores);
          equal("rocAuc", roc.area(), golden.get("rocAuc"));
          equal("fpr", roc.x(), golden.get("fpr"));
          equal("tpr", roc.y(), golden.get("tpr"));
          equal("thresholds", roc.thresholds(), golden.get("rocThresholdsAfterInfinity"));
          Curve pr = Curve.precisionRecall(truth, scores);
          equal("averagePrecision", pr.area(), golden.get("averagePrecision"));
          equal("recall", pr.x(), golden.get("recall"));
          equal("precision", pr.y(), golden.get("precision"));
          equal("thresholds", pr.thresholds(), golden.get("prThresholds"));
          // With two labels the sum over labels is twice the reference's one-sided score.
          equal("brier", twoLabels(truth, scores).brier() / 2, golden.get("brier"));
        });
  }

  @TestFactory
  Stream<DynamicTest> setsOfLabels() {
    return Goldens.cases(
        "multilabel.json",
        golden -> {
          MultiLabel actual =
              MultiLabel.of(sets(golden.get("truth")), sets(golden.get("predicted")));
          equal("subsetAccuracy", actual.subsetAccuracy(), golden.get("subsetAccuracy"));
          equal("hammingLoss", actual.hammingLoss(), golden.get("hammingLoss"));
          equal("microF1", actual.microF1(), golden.get("microF1"));
          equal("macroF1", actual.macroF1(), golden.get("macroF1"));
          equal("samplesF1", actual.samplesF1(), golden.get("samplesF1"));
          equal("weightedF1", actual.weightedF1(), golden.get("weightedF1"));
          equal("jaccard", actual.jaccard(), golden.get("jaccardSamples"));
          boolean[][] truth = sets(golden.get("truth"));
          List<String> names = Collections.nCopies(truth[0].length, "");
          double macro =
              MultiLabel.perLabel(names, truth, sets(golden.get("predicted"))).stream()
                  .mapToDouble(LabelScore::f1)
                  .average()
                  .orElse(0);
          equal("mean of the labels' F1", macro, golden.get("macroF1"));
        });
  }

  @TestFactory
  Stream<DynamicTest> pairedTests() {
    return Goldens.cases(
        "paired_tests.json",
        golden -> {
          McNemar test = McNemar.of(flags(golden.get("correctA")), flags(golden.get("correctB")));
          equal("onlyA", test.onlyFirst(), golden.get("onlyA"));
          equal("onlyB", test.onlySecond(), golden.get("onlyB"));
          equal("exact", test.pValue(), golden.get("mcnemarExactTwoSided"));
          equal("chi2", test.chiSquared(), golden.get("mcnemarChi2Corrected"));
        });
  }

  @TestFactory
  Stream<DynamicTest> twoSamples() {
    return Goldens.cases(
        "two_samples.json",
        golden -> {
          double[] a = doubles(golden.get("a"));
          double[] b = doubles(golden.get("b"));
          KolmogorovSmirnov test = KolmogorovSmirnov.of(a, b);
          equal("ks", test.statistic(), golden.get("ks"));
          equal("ksP", test.pValue(), golden.get("ksPAsymptotic"));
          int[][] table =
              Goldens.rows(golden.get("table")).map(Goldens::ints).toArray(int[][]::new);
          ChiSquared chi = ChiSquared.of(table);
          equal("chi2", chi.statistic(), golden.get("chi2"));
          equal("chi2P", chi.pValue(), golden.get("chi2P"));
          equal("wasserstein", Wasserstein.distance(a, b), golden.get("wasserstein"));
        });
  }

  private static double[] each(int labels, IntToDoubleFunction value) {
    return IntStream.range(0, labels).mapToDouble(value).toArray();
  }

  private static boolean[][] sets(JsonNode rows) {
    return Goldens.rows(rows).map(Goldens::flags).toArray(boolean[][]::new);
  }

  private static Probabilities twoLabels(boolean[] truth, double[] scores) {
    double[][] rows =
        Arrays.stream(scores).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new);
    int[] labels = IntStream.range(0, truth.length).map(i -> truth[i] ? 1 : 0).toArray();
    return new Probabilities(rows, labels);
  }
}
