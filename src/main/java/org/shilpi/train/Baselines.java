package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Snapshot;
import org.shilpi.job.JobContext;

/// What a trained model has to beat: the share of each label (`majority`), and TF-IDF with a linear
/// model (`tfidf`, see [Tfidf] and [DualAscent]).
///
/// Both learn from every row that a model may learn from: training and validation, never test. The
/// accuracy on the validation rows comes from a fit on the training rows alone; the same fits
/// choose the strength of the linear model (by log loss). Only the vocabulary and its weights,
/// which know no labels, are taken from both parts from the start. Where a snapshot has no
/// validation rows, one training row in five plays their part.
///
/// Immutable; a row of probabilities sums to 1.
public final class Baselines {
  public static final String MAJORITY = "majority";
  public static final String TFIDF = "tfidf";

  private final List<String> labels;
  private final float[] shares;
  private final Tfidf tfidf;
  private final LinearModel model;
  private final BaselineFacts facts;

  Baselines(
      List<String> labels, float[] shares, Tfidf tfidf, LinearModel model, BaselineFacts facts) {
    this.labels = List.copyOf(labels);
    this.shares = shares;
    this.tfidf = tfidf;
    this.model = model;
    this.facts = facts;
  }

  /// Learns both baselines; repeatable for a seed.
  ///
  /// @throws IllegalArgumentException if the snapshot has no row to learn from
  /// @throws org.shilpi.job.CancelledException if the context was cancelled; nothing is left behind
  public static Baselines fit(Snapshot snapshot, long seed, JobContext context) {
    return new BaselineFit(snapshot, seed).run(context);
  }

  /// Right answers on the validation texts, 0 to 1, by baseline.
  public Map<String, Double> validationAccuracy() {
    var accuracy = new LinkedHashMap<String, Double>();
    accuracy.put(MAJORITY, facts.majorityAccuracy());
    accuracy.put(TFIDF, facts.tfidfAccuracy());
    return accuracy;
  }

  /// The C that was chosen for the linear model, see [DualAscent].
  public double strength() {
    return facts.strength();
  }

  public List<String> labels() {
    return labels;
  }

  /// Probabilities by baseline: one row a text, one column a label in the snapshot's order.
  public Map<String, float[][]> probabilities(List<String> texts) {
    var majority = new ArrayList<float[]>();
    var linear = new ArrayList<float[]>();
    for (var text : texts) {
      majority.add(Arrays.copyOf(shares, shares.length));
      linear.add(model.probabilities(tfidf.row(text)));
    }
    var answers = new LinkedHashMap<String, float[][]>();
    answers.put(MAJORITY, majority.toArray(float[][]::new));
    answers.put(TFIDF, linear.toArray(float[][]::new));
    return answers;
  }

  /// Keeps the baselines as one file in a folder, see [BaselineFile].
  public void save(Path folder) throws IOException {
    BaselineFile.write(this, folder);
  }

  /// @throws org.shilpi.job.Problem if the file is missing, damaged, or of a newer version
  public static Baselines load(Path folder) throws IOException {
    return BaselineFile.read(folder);
  }

  float[] shares() {
    return shares;
  }

  Tfidf tfidf() {
    return tfidf;
  }

  LinearModel model() {
    return model;
  }

  BaselineFacts facts() {
    return facts;
  }
}
