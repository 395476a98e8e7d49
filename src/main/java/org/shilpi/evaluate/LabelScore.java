package org.shilpi.evaluate;

/// How well one label, or all labels together, were found: on texts that may have any number of
/// labels, or on spans. A span counts as right only where its label, its start and its end all
/// agree, as in the CoNLL shared tasks (Tjong Kim Sang and De Meulder, 2003) and in seqeval. A rate
/// without any case is 0.
///
/// @param label a label's name, empty for all together
/// @param right cases found where people saw them
/// @param found cases that the model saw
/// @param wanted cases that people saw
public record LabelScore(String label, int right, int found, int wanted) {
  /// Share of the found cases that are right.
  public double precision() {
    return found == 0 ? 0 : (double) right / found;
  }

  /// Share of the wanted cases that were found.
  public double recall() {
    return wanted == 0 ? 0 : (double) right / wanted;
  }

  public double f1() {
    return found + wanted == 0 ? 0 : 2.0 * right / (found + wanted);
  }

  /// Wilson's interval of the precision; NaN without a case.
  public Interval precisionInterval() {
    return Interval.wilson(right, found);
  }

  /// Wilson's interval of the recall; NaN without a case.
  public Interval recallInterval() {
    return Interval.wilson(right, wanted);
  }
}
