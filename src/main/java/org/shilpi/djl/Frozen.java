package org.shilpi.djl;

import java.util.Arrays;

/// What the frozen base model shows of cases (texts, or words), and the right answers to them.
///
/// @param vectors one a case
record Frozen(float[][] vectors, Answers answers) {
  /// Label scores that a head gives, one row a case.
  float[][] scores(LinearHead head) {
    return Arrays.stream(vectors).map(head::scores).toArray(float[][]::new);
  }

  /// What a head is worth here.
  Softmax.Score score(LinearHead head) {
    return answers.score(scores(head));
  }

  Probe probe() {
    return new Probe(vectors, answers);
  }

  /// These cases, then the others.
  Frozen and(Frozen other) {
    float[][] all = Arrays.copyOf(vectors, vectors.length + other.vectors.length);
    System.arraycopy(other.vectors, 0, all, vectors.length, other.vectors.length);
    return new Frozen(all, answers.and(other.answers));
  }
}
