package org.shilpi.quality;

import java.nio.file.Path;
import java.util.List;

/// Texts to be looked at through a base model.
///
/// @param baseModel a Hugging Face folder
/// @param cache the project's folder for what can be computed again
/// @param texts at least one
/// @param labels of each text, from 0; [#UNKNOWN] where it has none, or not exactly one
/// @param families texts with the same number are copies and never help to judge each other
/// @param classes how many labels there are
/// @param seed makes the survey repeatable
/// @param device as in [org.shilpi.train.TrainingSpec]
public record SurveyTask(
    Path baseModel,
    Path cache,
    List<String> texts,
    int[] labels,
    int[] families,
    int classes,
    long seed,
    String device) {
  public static final int UNKNOWN = -1;

  public SurveyTask {
    texts = List.copyOf(texts);
    if (labels.length != texts.size() || families.length != texts.size()) {
      throw new IllegalArgumentException(texts.size() + " texts have " + labels.length + " labels");
    }
  }

  public boolean labeled(int text) {
    return labels[text] != UNKNOWN;
  }
}
