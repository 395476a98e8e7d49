package org.shilpi.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;

/// One fit of the [Baselines].
final class BaselineFit {
  /// The values of C that are tried, rising; a worse one ends the search.
  private static final double[] STRENGTHS = {1, 4, 16, 64};

  private static final int MOST_COLUMNS = 500_000;
  private static final int MOST_WEIGHTS = 40_000_000;

  /// Entries of all training rows together: 160 MB. More than that a baseline does not need; of
  /// more rows, as many as fit are drawn.
  private static final int MOST_ENTRIES = 20_000_000;

  /// Entries times labels: the work of one pass.
  private static final long MOST_PRODUCTS = 1_000_000_000;

  private final List<String> labels;
  private final List<LabeledText> training = new ArrayList<>();
  private final List<LabeledText> validation = new ArrayList<>();
  private final long seed;

  BaselineFit(Snapshot snapshot, long seed) {
    this.labels = snapshot.labels();
    this.seed = seed;
    training.addAll(snapshot.part(Split.TRAIN));
    validation.addAll(snapshot.part(Split.VALIDATION));
    var random = new Random(seed);
    Collections.shuffle(training, random);
    Collections.shuffle(validation, random);
    if (training.isEmpty()) {
      throw new IllegalArgumentException("a baseline needs at least one training row");
    }
    if (validation.isEmpty()) {
      var kept = training.subList(0, training.size() / 5);
      validation.addAll(kept);
      kept.clear();
    }
  }

  Baselines run(JobContext context) {
    context.report(progress(0));
    var texts = new ArrayList<String>();
    training.forEach(row -> texts.add(row.text()));
    validation.forEach(row -> texts.add(row.text()));
    var tfidf =
        Tfidf.fit(
            texts, Math.min(MOST_COLUMNS, MOST_WEIGHTS / Math.max(1, labels.size())), context);
    context.report(progress(0.1));

    long room = Math.min(MOST_ENTRIES, MOST_PRODUCTS / Math.max(1, labels.size()));
    var known = rows(tfidf, training, room, context);
    var checks = rows(tfidf, validation, room / 4, context);
    var all = new ArrayList<>(known);
    all.addAll(checks);
    var answers = new int[all.size()];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = (i < known.size() ? training.get(i) : validation.get(i - known.size())).label();
    }
    var ascent = new DualAscent(all, answers, tfidf.columns(), labels.size(), seed);

    double strength = STRENGTHS[0];
    var best = new Check(Double.POSITIVE_INFINITY, Double.NaN);
    for (int i = 0; i < STRENGTHS.length; i++) {
      var model = ascent.fit(known.size(), STRENGTHS[i], context);
      context.report(progress(0.2 + 0.6 * (i + 1) / STRENGTHS.length));
      var check = check(model, checks);
      if (check.loss >= best.loss) {
        break;
      }
      best = check;
      strength = STRENGTHS[i];
    }
    var model = ascent.fit(all.size(), strength, context);
    context.report(progress(1));
    return new Baselines(
        labels,
        shares(training, validation),
        tfidf,
        model,
        new BaselineFacts(strength, majorityAccuracy(), best.accuracy));
  }

  private static Progress progress(double fraction) {
    return Progress.of(fraction, "progress.train.baselines");
  }

  /// As many of the first rows as there is room for: the rows were shuffled.
  private static List<SparseRow> rows(
      Tfidf tfidf, List<LabeledText> texts, long room, JobContext context) {
    var rows = new ArrayList<SparseRow>();
    for (var text : texts) {
      context.checkCancelled();
      var row = tfidf.row(text.text());
      room -= row.size();
      if (room < 0 && !rows.isEmpty()) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  private record Check(double loss, double accuracy) {}

  private Check check(LinearModel model, List<SparseRow> rows) {
    double loss = 0;
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      var probabilities = model.probabilities(rows.get(i));
      int label = validation.get(i).label();
      loss -= Math.log(Math.max(probabilities[label], 1e-12));
      right += largest(probabilities) == label ? 1 : 0;
    }
    return new Check(loss / rows.size(), (double) right / rows.size());
  }

  private double majorityAccuracy() {
    int majority = largest(shares(training, List.of()));
    return (double) validation.stream().filter(row -> row.label() == majority).count()
        / validation.size();
  }

  private float[] shares(List<LabeledText> some, List<LabeledText> others) {
    var shares = new float[labels.size()];
    float share = 1f / (some.size() + others.size());
    some.forEach(row -> shares[row.label()] += share);
    others.forEach(row -> shares[row.label()] += share);
    return shares;
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int k = 1; k < values.length; k++) {
      if (values[k] > values[largest]) {
        largest = k;
      }
    }
    return largest;
  }
}
