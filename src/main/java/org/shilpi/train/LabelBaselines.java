package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The plain ways to label whole texts: the share of each label (`majority`), and TF-IDF with a
/// linear model (`tfidf`, see [Tfidf] and [DualAscent]); where a text may have any number of
/// labels, one that asks for each label by itself.
///
/// The accuracy on the validation rows comes from a fit on the training rows alone; the same fits
/// choose the strength of the linear model (by log loss). Only the vocabulary and its weights,
/// which know no labels, are taken from both parts from the start. Where a snapshot has no
/// validation rows, one training row in five plays their part.
///
/// Immutable; a row of probabilities sums to 1 where a text has one label.
public final class LabelBaselines implements Baselines {
  private final List<String> labels;
  private final float[] shares;
  private final Tfidf tfidf;
  private final LinearModel model;
  private final BaselineFacts facts;

  LabelBaselines(
      List<String> labels, float[] shares, Tfidf tfidf, LinearModel model, BaselineFacts facts) {
    this.labels = List.copyOf(labels);
    this.shares = shares;
    this.tfidf = tfidf;
    this.model = model;
    this.facts = facts;
  }

  @Override
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

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
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

  @Override
  public Map<String, List<List<FoundSpan>>> spans(List<String> texts) {
    return Map.of();
  }

  /// See [BaselineFile].
  @Override
  public void save(Path folder) throws IOException {
    BaselineFile.write(this, folder);
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
