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
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;

/// What follows a fine-tuning where texts are few. Whole models that give each text one label have
/// a second way to learn, [ContrastTraining], which has its try. Then the way that did best on the
/// validation texts (see [Temperature]) learns once more, from the start and from all texts: of ten
/// texts a label, the one or two kept back are worth a point of accuracy.
///
/// Where the training was given a limit of steps or time there is no room for this.
///
/// The score that is told stays that of the choice, on texts not learned from until then.
final class FewShot implements AutoCloseable {
  /// Median texts a label below which this is done unless somebody chose otherwise.
  private static final int FEW = 16;

  private final Session session;
  private final Lesson training;
  private final Lesson all;
  private final Map<String, NDArray> start = new LinkedHashMap<>();
  private final CourseFile file;
  private final Duration checkpointEvery;

  /// @param learning the weights that may learn, as they are at the start
  FewShot(
      Session session,
      Lesson training,
      Lesson validation,
      Map<String, NDArray> learning,
      CourseFile file,
      Duration checkpointEvery) {
    this.session = session;
    this.training = training;
    this.all = training.and(validation);
    this.file = file;
    this.checkpointEvery = checkpointEvery;
    learning.forEach((name, array) -> start.put(name, array.duplicate()));
  }

  /// Whether it is worth it for these rows, or wished for.
  static boolean isCalledFor(Session session) {
    return switch (session.knobs().fewShot().use()) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> !session.knobs().limits().any() && median(session.material()) < FEW;
    };
  }

  /// Training texts of a label, the median over the labels that have any.
  private static double median(Material material) {
    boolean[][] has = material.has(material.training());
    long[] sorted =
        IntStream.range(0, material.labels().size())
            .mapToLong(label -> Arrays.stream(has).filter(row -> row[label]).count())
            .filter(count -> count > 0)
            .sorted()
            .toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  /// @param tuned what the fine-tuning came to
  /// @param frozen the frozen head's strength is right for heads after contrastive learning too:
  ///   vectors that have seen the labels are apart already, and would call for the weakest there is
  /// @return what the model is now; the encoder holds it, but for the frozen head
  Learned follow(Learned tuned, FrozenStart.Facts frozen) throws IOException {
    restore();
    Course course = new Course(session, file, checkpointEvery);
    CourseState state = course.state();
    ContrastTraining contrast = contrast(course);
    Learned learned = tuned;
    if (contrast != null) {
      state = state.tried() == null ? contrast.tryOut(state, frozen.strength()) : state;
      learned = better(tuned, Objects.requireNonNull(state.tried()));
      restore();
    }
    tell(learned, tuned, state.tried());
    switch (learned.way()) {
      case FROZEN -> {}
      case TUNED -> tune(course, state, frozen.softer(), learned.bestEpoch());
      case CONTRAST -> {
        double strength = frozen.strength();
        session.put(Objects.requireNonNull(contrast).learnAll(state, strength));
      }
    }
    return learned.after(state.seconds()).with(Map.of("learnedFrom", "all"));
  }

  private @Nullable ContrastTraining contrast(Course course) {
    return session.task().spec().method() == Method.THOROUGH
            && training instanceof SingleLesson single
            && all instanceof SingleLesson every
        ? new ContrastTraining(session, course, single, every, learning())
        : null;
  }

  private Learned better(Learned tuned, Softmax.Score tried) {
    Map<String, String> facts = new HashMap<>(tuned.facts());
    facts.put("tunedLoss", Double.toString(tuned.score().tempered()));
    facts.put("contrastLoss", Double.toString(tried.tempered()));
    Learned both = tuned.with(facts);
    return tried.isBetterThan(tuned.score())
        ? both.by(Way.CONTRAST, session.knobs().fewShot().passes(), tried)
        : both;
  }

  private void tell(Learned learned, Learned tuned, Softmax.@Nullable Score tried) {
    String key =
        switch (learned.way()) {
          case FROZEN -> tried == null ? "notice.train.frozen" : "notice.train.few-frozen";
          case TUNED -> tried == null ? "notice.train.again" : "notice.train.few-tuned";
          case CONTRAST -> "notice.train.few-contrast";
        };
    session
        .report()
        .notice(
            key,
            percent(learned.score()),
            tried == null ? "" : percent(tried),
            percent(tuned.score()));
  }

  /// The same passes at the same rates as those that led to the best one.
  private void tune(Course course, CourseState state, double strength, int passes)
      throws IOException {
    JobContext context = session.report().context();
    session.put(all.frozen(session).probe().at(strength, context));
    List<List<int[]>> planned =
        IntStream.range(0, session.task().spec().epochs())
            .mapToObj(pass ->
                Batches.shuffled(
                    all.lengths(), session.knobs().batching().stepTokens(), seed() * 1_009 + pass))
            .toList();
    long steps = planned.stream().mapToLong(List::size).sum();
    List<int[]> batches = planned.stream().limit(passes).flatMap(List::stream).toList();
    try (Tuner tuner = new Tuner(session.encoder(), learning(), session.knobs(), seed(), steps)) {
      course.run(tuner, all, batches, state, "again");
    }
  }

  private void restore() {
    Dict weights = session.encoder().weights();
    start.forEach(
        (name, values) -> Weights.fill(weights.get(name), FloatBuffer.wrap(values.toFloatArray())));
  }

  /// The weights that may learn: a head that was put on since the start is another array.
  private Map<String, NDArray> learning() {
    Map<String, NDArray> learning = new LinkedHashMap<>();
    start.keySet().forEach(name -> learning.put(name, session.encoder().weights().get(name)));
    return learning;
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
