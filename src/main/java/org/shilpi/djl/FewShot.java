package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shilpi.train.Knobs;
import org.shilpi.train.Method;

/// What follows a fine-tuning where texts are few. First another way to learn has its try:
/// contrastive learning with a head fitted after it (see [ContrastLesson]). Then the way that did
/// best on the validation texts, by their loss, learns once more, from the start and from all
/// texts: of ten texts a label, the one or two kept back are worth a point of accuracy.
///
/// Where the training was given a limit of steps or time there is no room for this.
///
/// The score that is told stays that of the choice, on texts not learned from until then.
final class FewShot implements AutoCloseable {
  /// Median texts a label below which this is done unless somebody chose otherwise.
  private static final int FEW = 16;

  /// The ways to learn, and what provenance calls them.
  private enum Way {
    FROZEN("frozen", "notice.train.few-frozen"),
    TUNED("fine-tuning", "notice.train.few-tuned"),
    CONTRAST("contrastive", "notice.train.few-contrast");

    final String id;
    final String notice;

    Way(String id, String notice) {
      this.id = id;
      this.notice = notice;
    }
  }

  private final Session session;
  private final SingleLesson training;
  private final SingleLesson all;
  private final Map<String, NDArray> learning;
  private final Map<String, NDArray> start = new LinkedHashMap<>();
  private final CourseFile file;
  private final Duration checkpointEvery;
  private long begin;

  /// @param learning the weights that may learn, as they are at the start
  FewShot(
      Session session,
      Lesson training,
      Lesson validation,
      Map<String, NDArray> learning,
      CourseFile file,
      Duration checkpointEvery) {
    this.session = session;
    this.training = (SingleLesson) training;
    this.all =
        new SingleLesson(
            Material.texts(session.material().all()),
            Stream.concat(training.tokens().stream(), validation.tokens().stream()).toList(),
            new Answers.One(Material.labels(session.material().all()), labels()),
            training.aim());
    this.learning = learning;
    this.file = file;
    this.checkpointEvery = checkpointEvery;
    learning.forEach((name, array) -> start.put(name, array.duplicate()));
  }

  /// Whether it is worth it for these rows, or wished for.
  static boolean isCalledFor(Session session, Lesson training) {
    return session.task().spec().method() == Method.THOROUGH
        && training instanceof SingleLesson single
        && switch (session.knobs().fewShot().use()) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> !session.knobs().limits().any() && median(single.truth().labels()) < FEW;
        };
  }

  /// Texts of a label, the median over the labels that have any.
  private static double median(int[] labels) {
    Map<Integer, Integer> counts = new HashMap<>();
    Arrays.stream(labels).forEach(label -> counts.merge(label, 1, Integer::sum));
    int[] sorted = counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  /// @param tuned what the fine-tuning came to
  /// @return what the model is now; the encoder holds it
  Learned follow(Learned tuned) throws IOException {
    begin = session.report().nanos();
    restore();
    float[][] frozen = session.vectors(all.texts(), all.tokens());
    double strength = strength(frozen);
    CourseState state = file.state().orElse(CourseState.begin()).inPartsOf(session.task().parts());
    if (state.tried() == null) {
      state = tryContrast(state, strength);
    }
    Softmax.Score contrast = Objects.requireNonNull(state.tried());
    Softmax.Score untouched = check(frozen, strength);
    Way way = Way.CONTRAST;
    Softmax.Score score = contrast;
    if (tuned.bestEpoch() > 0 && tuned.score().loss() <= score.loss()) {
      way = Way.TUNED;
      score = tuned.score();
    }
    if (untouched.loss() <= score.loss()) {
      way = Way.FROZEN;
      score = untouched;
    }
    session.report().notice(way.notice, percent(score), percent(contrast), percent(tuned.score()));
    restore();
    learnAgain(way, state, strength, frozen, tuned.bestEpoch());
    return learned(way, score, tuned, contrast, state.seconds());
  }

  /// Contrastive learning from the training rows alone.
  private CourseState tryContrast(CourseState state, double strength) throws IOException {
    ContrastLesson lesson = new ContrastLesson(training.tokens(), training.truth().labels());
    CourseState after = contrast(lesson, state, "contrast");
    Softmax.Score score = check(vectors(), strength);
    CourseState tried = after.tried(score);
    file.save(tried.after((session.report().nanos() - begin) / 1e9));
    return tried;
  }

  private void learnAgain(Way way, CourseState state, double strength, float[][] frozen, int passes)
      throws IOException {
    Encoder encoder = session.encoder();
    switch (way) {
      case FROZEN -> encoder.put(head(frozen, strength));
      case TUNED -> {
        encoder.put(head(frozen, strength / FrozenStart.SOFTER));
        tune(state, passes);
      }
      case CONTRAST -> {
        contrast(new ContrastLesson(all.tokens(), all.truth().labels()), state, "again");
        encoder.put(head(vectors(), strength));
      }
    }
  }

  private CourseState contrast(ContrastLesson lesson, CourseState state, String phase)
      throws IOException {
    Knobs usual = session.knobs();
    double rate = usual.fewShot().rate();
    Knobs knobs =
        usual.with(new Knobs.Rates(rate, usual.rates().head(), rate, usual.rates().layerDecay()));
    List<int[]> batches =
        IntStream.range(0, session.knobs().fewShot().passes())
            .mapToObj(pass -> lesson.batches(seed() * 1_009 + pass))
            .flatMap(List::stream)
            .toList();
    Map<String, NDArray> encoding = new LinkedHashMap<>(learning);
    encoding.keySet().removeIf(name -> name.startsWith("classifier."));
    try (Tuner tuner = new Tuner(session.encoder(), encoding, knobs, seed(), batches.size())) {
      return new Course(session, lesson, batches, tuner, file, checkpointEvery, begin)
          .run(state, phase);
    }
  }

  /// The same passes at the same rates as those that led to the best one.
  private void tune(CourseState state, int passes) throws IOException {
    List<List<int[]>> planned =
        IntStream.range(0, session.task().spec().epochs())
            .mapToObj(pass ->
                Batches.shuffled(
                    all.lengths(), session.knobs().batching().stepTokens(), seed() * 1_009 + pass))
            .toList();
    long steps = planned.stream().mapToLong(List::size).sum();
    List<int[]> batches = planned.stream().limit(passes).flatMap(List::stream).toList();
    try (Tuner tuner = new Tuner(session.encoder(), learning, session.knobs(), seed(), steps)) {
      new Course(session, all, batches, tuner, file, checkpointEvery, begin).run(state, "again");
    }
  }

  private Learned learned(
      Way way, Softmax.Score score, Learned tuned, Softmax.Score contrast, double before) {
    Map<String, String> facts = new HashMap<>(tuned.facts());
    facts.put("way", way.id);
    facts.put("learnedFrom", "all");
    facts.put("tunedLoss", Double.toString(tuned.score().loss()));
    facts.put("contrastLoss", Double.toString(contrast.loss()));
    int passes =
        switch (way) {
          case FROZEN -> 0;
          case TUNED -> tuned.bestEpoch();
          case CONTRAST -> session.knobs().fewShot().passes();
        };
    return new Learned(passes, score, tuned.examplesPerSecond(), tuned.seconds() + before, facts);
  }

  /// The head's strength, by cross-validation on vectors that have not seen the labels: those that
  /// have are apart already, and would call for the weakest regularisation there is.
  private double strength(float[][] frozen) throws IOException {
    Report report = session.report();
    return new Probe(Arrays.copyOf(frozen, count()), training.truth())
        .fit(seed(), report.context(), report.phase("search"))
        .strength();
  }

  /// A head on all rows.
  private LinearHead head(float[][] vectors, double strength) throws IOException {
    return new Probe(vectors, all.truth()).at(strength, session.report().context());
  }

  /// How a head that learned from the training rows does on the others.
  private Softmax.Score check(float[][] vectors, double strength) throws IOException {
    LinearHead head =
        new Probe(Arrays.copyOf(vectors, count()), training.truth())
            .at(strength, session.report().context());
    return Softmax.score(
        Arrays.stream(vectors, count(), vectors.length).map(head::scores).toArray(float[][]::new),
        Arrays.copyOfRange(all.truth().labels(), count(), all.truth().labels().length));
  }

  /// All rows through the encoder as it is now.
  private float[][] vectors() {
    return Pass.of(
        all.tokens(),
        session.encoder()::embed,
        session.report().context(),
        session.report().phase("embed"));
  }

  private void restore() {
    start.forEach((name, values) ->
        Weights.fill(
            Objects.requireNonNull(learning.get(name)), FloatBuffer.wrap(values.toFloatArray())));
  }

  private int count() {
    return training.truth().labels().length;
  }

  private int labels() {
    return session.material().labels().size();
  }

  private long seed() {
    return session.task().spec().seed();
  }

  private static String percent(Softmax.Score score) {
    return String.format(Locale.ROOT, "%.1f", 100 * score.accuracy());
  }

  @Override
  public void close() {
    start.values().forEach(NDArray::close);
  }
}
