package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.data.LabeledText;
import org.shilpi.job.ProcessMemory;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Forecast.Range;
import org.shilpi.train.Method;
import org.shilpi.train.Tryout;

/// Tries a training out: all its kinds of work on the real texts, each for a second or two.
final class DjlTryout {
  /// Passes of the head's optimizer over its rows for one strength: 18 were counted with 77 labels
  /// of 10 texts each, 33 with 4 labels of 75.
  private static final int EVALUATIONS = 25;

  /// Start of a process with its libraries, in seconds.
  private static final double START = 2;

  /// Bytes a second that a checkpoint is written with, on a slow disk.
  private static final double WRITING = 150e6;

  private static final int FLOAT = 4;
  private static final Range NOTHING = new Range(0, 0, 0);

  private final Session session;
  private final DjlForecaster.BaselineCost baselines;
  private final Report report;
  private final BatchTimer timer;
  private final List<LabeledText> rows;
  private final PowerMeter meter = PowerMeter.ofThisMachine();
  private final PowerMeter.Reading from;

  DjlTryout(Session session, DjlForecaster.BaselineCost baselines) {
    this.session = session;
    this.baselines = baselines;
    this.report = session.report();
    this.timer = new BatchTimer(report);
    this.rows = session.material().all();
    this.from = meter.read(report.nanos());
  }

  /// @param load seconds that loading the session took
  Tryout run(double load) throws IOException {
    long begin = report.nanos();
    Lesson lesson = Lesson.of(session, rows);
    List<int[]> tokens = lesson.tokens();
    double once = START + baselines.seconds() + load + seconds(begin);
    int[] lengths = lesson.lengths();
    double embedding =
        timer.perToken(
            lengths,
            Batches.shuffled(lengths, Embedder.BUDGET, 1),
            batch -> session.encoder().embed(lesson.tokens(batch)));
    Answers truth = lesson.probed(session).truth();
    double fit = fit(truth);
    int held = Probe.heldOut(truth.cases());
    List<int[]> missing = missing(tokens);
    once += embedding * padded(missing);
    double cached = (baselines.kept() ? 0 : baselines.bytes()) + vectors(missing.size());
    return session.task().spec().method() == Method.QUICK
        ? quick(once + (held + 1) * fit, cached)
        : deep(new Shared(once, embedding, fit, held, cached));
  }

  private Tryout quick(double once, double cached) {
    return tryout(new Tryout.Work(once, 0, 0, 1, 1, NOTHING, ours()), head(), head() + cached);
  }

  /// What is the same for every depth.
  ///
  /// @param once seconds so far
  /// @param embedding seconds a token
  /// @param fit seconds of a head's fit, see [#fit]
  /// @param held parts of the rows that are held out, one after the other
  /// @param cached bytes that later runs find done
  private record Shared(double once, double embedding, double fit, int held, double cached) {}

  private Tryout deep(Shared shared) throws IOException {
    double fit = shared.fit;
    double embedding = shared.embedding;
    Lesson training = Lesson.of(session, session.material().training());
    Lesson validation = Lesson.of(session, session.material().validation());
    session.put(new LinearHead(new float[labels()][width()], new float[labels()]));
    boolean adapters = session.task().spec().method() == Method.BALANCED;
    Map<String, NDArray> candidates =
        (adapters ? BalancedTraining.begin(session) : ThoroughTraining.begin(session)).weights();
    List<int[]> batches =
        Batches.shuffled(training.lengths(), session.knobs().batching().stepTokens(), 1);
    double learned;
    double pass;
    try (Tuner tuner = tuner(candidates)) {
      learned = bytes(tuner.learned());
      pass = pass(training, batches, tuner);
    }
    // The head is fitted for its strength, for the baseline, and softer for the start.
    double start = FrozenStart.isKept(session) ? 0 : (shared.held + 3) * fit;
    double heads = FrozenStart.isKept(session) ? head() : 3 * head();
    Range after = NOTHING;
    if (FewShot.isCalledFor(session)) {
      double vectors = fit + embedding * padded(training.lengths(), validation.lengths());
      after = fewShot(training, candidates, pass, vectors);
    }
    double checkpoint = 3 * learned;
    double model = adapters ? learned : bytes(session.encoder().weights().arrays());
    double check = embedding * padded(validation.lengths()) + (checkpoint + learned) / WRITING;
    return tryout(
        new Tryout.Work(
            shared.once + start + check + model / WRITING,
            pass,
            check,
            session.task().spec().epochs(),
            session.knobs().limits().patience(),
            after,
            ours()),
        model + head(),
        2 * checkpoint + 2 * learned + model + shared.cached + heads);
  }

  /// What [FewShot] adds: where contrastive learning has its try, that; then the best way learns
  /// again from all rows, but for the frozen head.
  ///
  /// @param pass seconds of a pass of the fine-tuning
  /// @param heads seconds for all vectors and a head on them
  private Range fewShot(Lesson training, Map<String, NDArray> candidates, double pass, double heads)
      throws IOException {
    double more = (double) rows.size() / training.tokens().size();
    double tuned = more * session.task().spec().epochs() * pass + heads;
    if (session.task().spec().method() != Method.THOROUGH
        || !(training instanceof SingleLesson single)) {
      return new Range(0, tuned / 2, tuned);
    }
    Map<String, NDArray> encoding = new LinkedHashMap<>(candidates);
    encoding.keySet().removeIf(name -> name.startsWith("classifier."));
    ContrastLesson lesson = new ContrastLesson(single.tokens(), single.truth().labels());
    double contrast;
    try (Tuner tuner = tuner(encoding)) {
      contrast = session.knobs().fewShot().passes() * pass(lesson, lesson.batches(1), tuner);
    }
    double tried = contrast + heads;
    double again = more * contrast + heads;
    return new Range(tried, tried + (again + tuned / 2) / 2, tried + Math.max(again, tuned));
  }

  private Tuner tuner(Map<String, NDArray> candidates) throws IOException {
    return new Tuner(session.encoder(), candidates, session.knobs(), 1, 1_000);
  }

  private double pass(Exercise lesson, List<int[]> batches, Tuner tuner) {
    int parts = session.knobs().batching().accumulation();
    int[] lengths = lesson.lengths();
    return BatchTimer.padded(lengths, batches)
        * timer.perToken(lengths, batches, batch -> tuner.step(lesson, batch, parts, 500));
  }

  /// @param left bytes on disk after the run, but for the baselines
  /// @param needed bytes on disk at most, but for them
  private Tryout tryout(Tryout.Work work, double left, double needed) {
    PowerMeter.Reading to = meter.read(report.nanos());
    boolean card = session.encoder().manager().getDevice().isGpu();
    double memory = ProcessMemory.peak() * (double) (1 << 20) + 2 * vectors(rows.size());
    return new Tryout(
        session.task().spec().method(),
        work,
        new Tryout.Space(memory, left + baselines.bytes(), needed + baselines.bytes()),
        PowerMeter.watts(from, to, Torch.threads(), card),
        PowerMeter.metered(from, to));
  }

  private double ours() {
    return session.encoder().manager().getDevice().isGpu() ? 1 : timer.share(Torch.threads());
  }

  /// Seconds for heads of all strengths, each from the one before: the optimizer's work for a step
  /// does not depend on the vectors' values.
  private double fit(Answers truth) throws IOException {
    float[][] vectors = new float[truth.cases()][];
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
      return seconds(begin) / 2 * Probe.STRENGTHS.length * EVALUATIONS;
    }
  }

  private List<int[]> missing(List<int[]> tokens) throws IOException {
    return session.material().task() == TaskKind.SPANS ? tokens : session.missing(rows, tokens);
  }

  private static long padded(List<int[]> tokens) {
    return padded(tokens.stream().mapToInt(row -> row.length).toArray());
  }

  private static long padded(int[] lengths) {
    return BatchTimer.padded(lengths, Batches.byLength(lengths, Embedder.BUDGET));
  }

  private static long padded(int[] some, int[] others) {
    return padded(some) + padded(others);
  }

  private double vectors(int texts) {
    return FLOAT * (double) width() * texts;
  }

  private double head() {
    return FLOAT * (double) labels() * (width() + 1);
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
