package org.shilpi.djl;

import java.io.IOException;
import java.util.List;
import org.shilpi.data.LabeledText;
import org.shilpi.job.JobContext;
import org.shilpi.train.Knobs.Emphasis;

/// Rows with their right answers, for one kind of task: to learn from, or to be checked with.
interface Lesson extends Exercise {
  /// What a network says of all rows: label scores (logits), one row a case of [#truth].
  float[][] scores(Encoder encoder, JobContext context);

  /// The right answers, one a text or a word.
  Answers truth();

  /// These rows, then others of the same kind; the losses count what those of these rows do.
  Lesson and(Lesson others);

  /// Those of the rows that a frozen head is fitted on.
  default Lesson probed(Session session) {
    return this;
  }

  /// What the frozen base model shows of the rows, or of those that are [#probed].
  Frozen frozen(Session session) throws IOException;

  /// How a network does on all rows.
  default Softmax.Score score(Encoder encoder, JobContext context) {
    return truth().score(scores(encoder, context));
  }

  /// Rows to be checked with.
  static Lesson of(Session session, List<LabeledText> rows) throws IOException {
    return of(session, rows, new Emphasis(0, false));
  }

  /// Rows to learn from.
  static Lesson training(Session session, List<LabeledText> rows) throws IOException {
    return of(session, rows, session.knobs().emphasis());
  }

  private static Lesson of(Session session, List<LabeledText> rows, Emphasis emphasis)
      throws IOException {
    int outputs = session.material().outputs().size();
    List<String> texts = Material.texts(rows);
    return switch (session.material().task()) {
      case CLASSIFY -> {
        var truth = new Answers.One(Material.labels(rows), outputs);
        yield new SingleLesson(texts, session.tokens(rows), truth, Aim.of(emphasis, truth));
      }
      case MULTILABEL -> {
        var truth = new Answers.Many(session.material().has(rows), outputs);
        yield new MultiLesson(texts, session.tokens(rows), truth, Aim.of(emphasis, truth));
      }
      case SPANS -> {
        WordRows words = session.words(rows);
        var truth = Answers.Words.of(rows, words.words(), outputs);
        session.report().lost(truth.lost());
        yield TagLesson.of(words, truth, Aim.of(emphasis, truth));
      }
      case GENERATE -> throw new IllegalArgumentException("an encoder does not write");
    };
  }
}
