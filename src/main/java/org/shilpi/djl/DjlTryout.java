package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.shilpi.data.LabeledText;
import org.shilpi.job.ProcessMemory;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Forecast.Range;
import org.shilpi.train.Method;
import org.shilpi.train.Tryout;

/// A training tried out: all its kinds of work on the real texts, each for a second or two.
final class DjlTryout {
  /// How long batches of a kind are tried.
  private static final double SECONDS = 1.5;

  /// Passes of the head's optimizer over its rows for one strength, and strengths, as seen on real
  /// sets of texts.
  private static final int EVALUATIONS = 30;

  /// Start of a process with its libraries, in seconds.
  private static final double START = 2;

  /// Bytes a second that a checkpoint is written with, on a slow disk.
  private static final double WRITING = 150e6;

  private static final int FLOAT = 4;

  private final Session session;
  private final Report report;
  private final List<LabeledText> rows;

  DjlTryout(Session session) {
    this.session = session;
    this.report = session.report();
    this.rows = session.material().all();
  }

  /// @param known seconds that loading the session took, and what else is known beforehand
  Tryout run(double known) throws IOException {
    PowerMeter meter = PowerMeter.ofThisMachine();
    double once = START + known;
    long begin = report.nanos();
    Lesson lesson = Lesson.of(session, rows);
    List<int[]> tokens = lesson.tokens();
    once += seconds(begin);
    PowerMeter.Reading from = meter.read(report.nanos());
    double embedding = embedding(tokens);
    once += embedding * padded(missing(tokens)) + head(lesson.probed(session).truth());
    return session.task().spec().method() == Method.QUICK
        ? quick(once, meter, from)
        : deep(once, embedding, meter, from);
  }

  private Tryout quick(double once, PowerMeter meter, PowerMeter.Reading from) {
    double head = FLOAT * (double) labels() * (width() + 1);
    return tryout(once, 0, 0, head, head, meter, from);
  }

  private Tryout deep(double once, double embedding, PowerMeter meter, PowerMeter.Reading from)
      throws IOException {
    Lesson training = Lesson.of(session, session.material().training());
    Lesson validation = Lesson.of(session, session.material().validation());
    float[][] none = new float[labels()][width()];
    session.put(new LinearHead(none, new float[labels()]));
    boolean adapters = session.task().spec().method() == Method.BALANCED;
    Map<String, NDArray> candidates =
        (adapters ? BalancedTraining.begin(session) : ThoroughTraining.begin(session)).weights();
    List<int[]> batches = batches(training.lengths(), session.knobs().batching().batchTokens());
    double step;
    double learned;
    try (Tuner tuner = new Tuner(session.encoder(), candidates, session.knobs(), 1, 1_000)) {
      learned = bytes(tuner.learned());
      step = perToken(training.lengths(), batches, batch -> tuner.step(training, batch, 1, 500));
    }
    double checkpoint = 3 * learned;
    double model = adapters ? learned : bytes(session.encoder().weights().arrays());
    double check = embedding * padded(validation.lengths()) + (checkpoint + learned) / WRITING;
    return tryout(
        once + check + model / WRITING,
        step * padded(training.lengths(), batches),
        check,
        model,
        2 * checkpoint + 2 * learned + model,
        meter,
        from);
  }

  private Tryout tryout(
      double once,
      double pass,
      double check,
      double left,
      double needed,
      PowerMeter meter,
      PowerMeter.Reading from) {
    PowerMeter.Reading to = meter.read(report.nanos());
    Range watts =
        PowerMeter.watts(
            from, to, Torch.threads(), session.encoder().manager().getDevice().isGpu());
    double memory = ProcessMemory.peak() * (double) (1 << 20) + 2.0 * FLOAT * width() * rows.size();
    return new Tryout(
        session.task().spec().method(),
        once,
        pass,
        check,
        session.task().spec().epochs(),
        session.knobs().limits().patience(),
        memory,
        left,
        needed,
        watts,
        PowerMeter.metered(from, to));
  }

  /// Seconds for the head on frozen vectors: its optimizer's work does not depend on their values.
  private double head(Answers truth) throws IOException {
    int cases = truth.cases();
    float[][] vectors = new float[cases][];
    float[] one = new float[width()];
    Arrays.fill(one, 0.1f);
    Arrays.fill(vectors, one);
    try (LogisticRegression regression = new LogisticRegression(vectors, truth)) {
      double[] point = regression.zero();
      double[] gradient = point.clone();
      regression.evaluate(point, 1, gradient);
      long begin = report.nanos();
      regression.evaluate(point, 1, gradient);
      regression.evaluate(point, 1, gradient);
      int fits = Probe.heldOut(cases) + 1;
      return seconds(begin) / 2 * fits * Probe.STRENGTHS.length * EVALUATIONS;
    }
  }

  private List<int[]> missing(List<int[]> tokens) throws IOException {
    return session.material().task() == TaskKind.SPANS ? tokens : session.missing(rows, tokens);
  }

  /// Seconds a padded token for vectors of texts.
  private double embedding(List<int[]> tokens) {
    int[] lengths = tokens.stream().mapToInt(row -> row.length).toArray();
    return perToken(
        lengths,
        batches(lengths, Embedder.BUDGET),
        batch -> session.encoder().embed(Arrays.stream(batch).mapToObj(tokens::get).toList()));
  }

  private interface Work {
    void on(int[] batch);
  }

  /// Seconds a padded token: after the largest batch, which is not counted, batches from all over
  /// until the time is up.
  private double perToken(int[] lengths, List<int[]> batches, Work work) {
    List<int[]> order = new ArrayList<>(batches);
    int[] largest =
        order.stream().max(Comparator.comparingLong(batch -> padded(lengths, batch))).orElseThrow();
    report.context().checkCancelled();
    work.on(largest);
    java.util.Collections.shuffle(order, new java.util.Random(1));
    long begin = report.nanos();
    long tokens = 0;
    for (int i = 0; i < order.size() && (i < 2 || seconds(begin) < SECONDS); i++) {
      report.context().checkCancelled();
      work.on(order.get(i));
      tokens += padded(lengths, order.get(i));
    }
    return seconds(begin) / tokens;
  }

  private static List<int[]> batches(int[] lengths, int budget) {
    return Batches.shuffled(lengths, budget, 1);
  }

  private static long padded(List<int[]> tokens) {
    return padded(tokens.stream().mapToInt(row -> row.length).toArray());
  }

  private static long padded(int[] lengths) {
    return padded(lengths, Batches.byLength(lengths, Embedder.BUDGET));
  }

  private static long padded(int[] lengths, List<int[]> batches) {
    return batches.stream().mapToLong(batch -> padded(lengths, batch)).sum();
  }

  private static long padded(int[] lengths, int[] batch) {
    return (long) batch.length * Arrays.stream(batch).map(i -> lengths[i]).max().orElse(0);
  }

  private static double bytes(Map<String, NDArray> arrays) {
    return arrays.values().stream().mapToDouble(array -> FLOAT * (double) array.size()).sum();
  }

  private int labels() {
    return session.material().outputs().size();
  }

  private int width() {
    return session.encoder().config().hiddenSize();
  }

  private double seconds(long begin) {
    return (report.nanos() - begin) / 1e9;
  }
}
