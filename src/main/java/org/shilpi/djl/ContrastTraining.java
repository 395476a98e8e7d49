package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shilpi.train.Knobs;

/// Contrastive learning of an encoder (see [ContrastLesson]), and a head fitted on its vectors
/// after it.
///
/// @param training rows to learn from while the rest tells how good it is
/// @param all those rows, then the rest
/// @param encoding the encoder's weights that may learn, without a head
record ContrastTraining(
    Session session,
    Course course,
    SingleLesson training,
    SingleLesson all,
    Map<String, NDArray> encoding) {
  ContrastTraining {
    encoding = new LinkedHashMap<>(encoding);
    encoding.keySet().removeIf(name -> name.startsWith("classifier."));
  }

  /// Learns from the training rows alone.
  ///
  /// @param strength of the head
  /// @return the state with what the rest said of it
  CourseState tryOut(CourseState from, double strength) throws IOException {
    CourseState after = learn(training, from, "contrast");
    int count = training.truth().cases();
    float[][] vectors = vectors();
    LinearHead head =
        new Probe(Arrays.copyOf(vectors, count), training.truth())
            .at(strength, session.report().context());
    int[] rest = IntStream.range(count, vectors.length).toArray();
    Frozen unseen =
        new Frozen(Arrays.copyOfRange(vectors, count, vectors.length), all.truth().part(rest));
    return course.tried(after, unseen.score(head));
  }

  /// Learns from all rows.
  ///
  /// @return the head
  LinearHead learnAll(CourseState from, double strength) throws IOException {
    learn(all, from, "again");
    return new Probe(vectors(), all.truth()).at(strength, session.report().context());
  }

  private CourseState learn(SingleLesson rows, CourseState from, String phase) throws IOException {
    ContrastLesson lesson = new ContrastLesson(rows.tokens(), rows.truth().labels());
    Knobs usual = session.knobs();
    double rate = usual.fewShot().rate();
    Knobs knobs =
        usual.with(new Knobs.Rates(rate, usual.rates().head(), rate, usual.rates().layerDecay()));
    long seed = session.task().spec().seed();
    List<int[]> batches =
        IntStream.range(0, usual.fewShot().passes())
            .mapToObj(pass -> lesson.batches(seed * 1_009 + pass))
            .flatMap(List::stream)
            .toList();
    try (Tuner tuner = new Tuner(session.encoder(), encoding, knobs, seed, batches.size())) {
      return course.run(tuner, lesson, batches, from, phase);
    }
  }

  /// All rows through the encoder as it is now.
  private float[][] vectors() {
    return Pass.of(
        all.tokens(),
        session.encoder()::embed,
        session.report().context(),
        session.report().phase("embed"));
  }
}
