package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.shilpi.job.JobContext;

/// Texts with labels on spans. As in the reference's recipe, a word's tag is learned at its first
/// token; the rest of the word and special tokens do not count.
///
/// @param perToken tag of each token of each row, or [WordRows#IGNORED]
record TagLesson(WordRows rows, List<int[]> perToken, Answers.Words truth, Aim aim)
    implements Lesson {
  /// Numbers in the vectors that a frozen head is fitted on: 192 MB.
  private static final int MOST_NUMBERS = 48_000_000;

  /// @param truth of the same texts
  static TagLesson of(WordRows rows, Answers.Words truth, Aim aim) {
    return new TagLesson(rows, rows.perToken(truth.tags()), truth, aim);
  }

  @Override
  public List<int[]> tokens() {
    return rows.tokens();
  }

  @Override
  public String step() {
    return "step_tags";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    long[] labels = new long[batch.length * longest];
    Arrays.fill(labels, WordRows.IGNORED);
    for (int i = 0; i < batch.length; i++) {
      int[] row = perToken.get(batch[i]);
      for (int j = 0; j < row.length; j++) {
        labels[i * longest + j] = row[j];
      }
    }
    return scope.create(labels, new Shape(batch.length, longest));
  }

  /// At least 1: a row without a word has no loss.
  @Override
  public double whole(int[] batch) {
    double whole = 0;
    for (int i : batch) {
      for (int tag : perToken.get(i)) {
        whole += tag == WordRows.IGNORED ? 0 : aim.weights()[tag];
      }
    }
    return whole == 0 ? 1 : whole;
  }

  @Override
  public float[][] scores(Encoder encoder, JobContext context) {
    return rows.perWord(encoder::tag, context, done -> {});
  }

  /// Where the vectors of all words would fill the memory, texts drawn at random.
  @Override
  public TagLesson probed(Session session) {
    int most = Math.max(1, MOST_NUMBERS / session.encoder().config().hiddenSize());
    return truth.cases() <= most ? this : some(most, session.task().spec().seed());
  }

  @Override
  public Frozen frozen(Session session) {
    TagLesson some = probed(session);
    var progress = session.report().phase("embed");
    float[][] vectors =
        some.rows.perWord(session.encoder()::encode, session.report().context(), progress);
    return new Frozen(vectors, some.truth);
  }

  @Override
  public TagLesson and(Lesson others) {
    TagLesson more = (TagLesson) others;
    return of(rows.and(more.rows), truth.and(more.truth), aim);
  }

  /// @param most words
  TagLesson some(int most, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int t = 0; t < truth.texts().size(); t++) {
      order.add(t);
    }
    Collections.shuffle(order, new Random(seed));
    List<Integer> kept = new ArrayList<>();
    int words = 0;
    for (int t : order) {
      words += truth.texts().get(t).words().size();
      if (words > most && !kept.isEmpty()) {
        break;
      }
      kept.add(t);
    }
    Collections.sort(kept);
    List<Answers.Words.Marked> texts = kept.stream().map(truth.texts()::get).toList();
    return of(rows.part(kept), Answers.Words.of(texts, truth.outputs()), aim);
  }
}
