package org.shilpi.basemodel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a classification head was trained for (`problem_type` of a model's configuration).
public enum ProblemType {
  SINGLE_LABEL_CLASSIFICATION,
  MULTI_LABEL_CLASSIFICATION,
  REGRESSION;

  static Optional<ProblemType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
