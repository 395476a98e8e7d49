package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;

/// Texts with any number of labels.
record MultiLesson(List<String> texts, List<int[]> tokens, Answers.Many truth, Aim aim)
    implements Lesson {
  @Override
  public String step() {
    return "step_many";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    return truth.part(batch).array(scope);
  }

  @Override
  public double whole(int[] batch) {
    return batch.length;
  }

  @Override
  public float[][] scores(Encoder encoder, JobContext context) {
    return Pass.of(tokens, encoder::classify, context, done -> {});
  }

  @Override
  public Frozen frozen(Session session) throws IOException {
    return new Frozen(session.vectors(texts, tokens), truth);
  }

  @Override
  public MultiLesson and(Lesson others) {
    MultiLesson more = (MultiLesson) others;
    return new MultiLesson(
        Stream.concat(texts.stream(), more.texts.stream()).toList(),
        Stream.concat(tokens.stream(), more.tokens.stream()).toList(),
        truth.and(more.truth),
        aim);
  }
}
