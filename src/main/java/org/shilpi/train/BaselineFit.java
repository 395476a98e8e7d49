package org.shilpi.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.project.TaskKind;

/// One fit of the [LabelBaselines].
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
  private final boolean many;
  private final List<LabeledText> training = new ArrayList<>();
  private final List<LabeledText> validation = new ArrayList<>();
  private final long seed;

  BaselineFit(Snapshot snapshot, long seed) {
    this.labels = snapshot.labels();
    this.many = snapshot.task() == TaskKind.MULTILABEL;
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

  LabelBaselines run(JobContext context) {
    context.report(progress(0));
    var tfidf = terms(context);
    context.report(progress(0.1));

    long room = Math.min(MOST_ENTRIES, MOST_PRODUCTS / Math.max(1, labels.size()));
    var known = rows(tfidf, training, room, context);
    var checks = rows(tfidf, validation, room / 4, context);
    var all = new ArrayList<>(known);
    all.addAll(checks);
    var answers = new int[all.size()][];
    for (int i = 0; i < answers.length; i++) {
      answers[i] = labels(i < known.size() ? training.get(i) : validation.get(i - known.size()));
    }
    var ascent = new DualAscent(all, answers, tfidf.columns(), labels.size(), many, seed);

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
    return new LabelBaselines(
        labels,
        shares(training, validation),
        tfidf,
        model,
        new BaselineFacts(strength, majorityAccuracy(), best.accuracy));
  }

  private Tfidf terms(JobContext context) {
    var texts = new ArrayList<String>();
    training.forEach(row -> texts.add(row.text()));
    validation.forEach(row -> texts.add(row.text()));
    return Tfidf.fit(
        texts, Math.min(MOST_COLUMNS, MOST_WEIGHTS / Math.max(1, labels.size())), context);
  }

  /// What they will take on disk, see [BaselineFile].
  long bytes(JobContext context) {
    return BaselineFile.bytes(labels.size(), terms(context).columns());
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
    var count = new Count();
    for (int i = 0; i < rows.size(); i++) {
      var probabilities = model.probabilities(rows.get(i));
      var truth = labels(validation.get(i));
      loss += loss(probabilities, truth);
      count.add(probabilities, truth);
    }
    return new Check(loss / rows.size(), count.accuracy());
  }

  private double loss(float[] probabilities, int[] truth) {
    double loss = 0;
    if (many) {
      for (float probability : probabilities) {
        loss -= Math.log(Math.max(1 - probability, 1e-12));
      }
    }
    for (int label : truth) {
      loss -= Math.log(Math.max(probabilities[label], 1e-12));
      loss += many ? Math.log(Math.max(1 - probabilities[label], 1e-12)) : 0;
    }
    return loss;
  }

  /// Counts right answers; see [Baselines#validationAccuracy] for what is right.
  private final class Count {
    private int right;
    private int sides;

    void add(float[] probabilities, int[] truth) {
      if (many) {
        for (float probability : probabilities) {
          sides += probability > 0.5 ? 1 : 0;
        }
        for (int label : truth) {
          right += probabilities[label] > 0.5 ? 2 : 0;
          sides++;
        }
      } else {
        right += largest(probabilities) == truth[0] ? 1 : 0;
        sides++;
      }
    }

    double accuracy() {
      return sides == 0 ? 1 : (double) right / sides;
    }
  }

  private double majorityAccuracy() {
    var shares = shares(training, List.of());
    var count = new Count();
    validation.forEach(row -> count.add(shares, labels(row)));
    return count.accuracy();
  }

  private float[] shares(List<LabeledText> some, List<LabeledText> others) {
    var shares = new float[labels.size()];
    float share = 1f / (some.size() + others.size());
    for (var rows : List.of(some, others)) {
      for (var row : rows) {
        for (int label : labels(row)) {
          shares[label] += share;
        }
      }
    }
    return shares;
  }

  private static int[] labels(LabeledText row) {
    return switch (row.target()) {
      case Target.One(int label) -> new int[] {label};
      case Target.Many(List<Integer> labels) ->
          labels.stream().mapToInt(Integer::intValue).toArray();
      case Target.Spans(var spans) ->
          throw new IllegalArgumentException("text " + row.id() + " has spans: " + spans);
    };
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
