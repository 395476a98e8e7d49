package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shilpi.job.JobContext;

/// Texts with one label each.
record SingleLesson(List<String> texts, List<int[]> tokens, Answers.One truth, Aim aim)
    implements Lesson {
  @Override
  public String step() {
    return "step_one";
  }

  @Override
  public NDArray answers(NDManager scope, int[] batch, int longest) {
    return truth.part(batch).array(scope);
  }

  @Override
  public double whole(int[] batch) {
    return Arrays.stream(batch).mapToDouble(i -> aim.weights()[truth.labels()[i]]).sum();
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
  public SingleLesson and(Lesson others) {
    SingleLesson more = (SingleLesson) others;
    return new SingleLesson(
        Stream.concat(texts.stream(), more.texts.stream()).toList(),
        Stream.concat(tokens.stream(), more.tokens.stream()).toList(),
        truth.and(more.truth),
        aim);
  }
}
