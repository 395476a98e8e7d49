package org.shilpi.evaluate;

/// One number for a whole [Confusion], as scikit-learn defines them.
///
/// @param macroF1 plain mean of the labels' F1; a label without any case counts as 0
/// @param microF1 F1 over all decisions together; with one label a text it equals the accuracy
/// @param weightedF1 mean of the labels' F1, weighted by how many texts have the label
/// @param mcc Matthews' correlation for several labels (J. Gorodkin, “Comparing two K-category
///   assignments by a K-category correlation coefficient”, 2004), -1 to 1; 0 where one side never
///   varies
/// @param kappa J. Cohen's kappa (1960), at most 1: agreement beyond chance; NaN for fewer than two
///   texts or where chance alone already agrees
/// @param balancedAccuracy mean recall of the labels that have texts
public record Agreement(
    double macroF1,
    double microF1,
    double weightedF1,
    double mcc,
    double kappa,
    double balancedAccuracy) {

  public static Agreement of(Confusion confusion) {
    int labels = confusion.labels();
    double n = confusion.n();
    double f1 = 0;
    double weighted = 0;
    double recall = 0;
    int present = 0;
    double together = 0;
    double truths = 0;
    double answers = 0;
    for (int label = 0; label < labels; label++) {
      double support = confusion.support(label);
      double answered = confusion.answered(label);
      f1 += confusion.f1(label);
      weighted += confusion.f1(label) * support;
      if (support > 0) {
        recall += confusion.recall(label);
        present++;
      }
      together += support * answered;
      truths += support * support;
      answers += answered * answered;
    }
    double hits = confusion.hits();
    double spread = (n * n - answers) * (n * n - truths);
    double beyond = n * n - together;
    return new Agreement(
        f1 / labels,
        hits / n,
        weighted / n,
        spread == 0 ? 0 : (hits * n - together) / Math.sqrt(spread),
        n < 2 || beyond == 0 ? Double.NaN : (hits * n - together) / beyond,
        recall / present);
  }
}
