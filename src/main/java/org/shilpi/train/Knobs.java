package org.shilpi.train;

import java.util.Map;
import org.shilpi.train.KnobReader.Edge;

/// The knobs of a training, by name, with their defaults and ranges, read strictly: an unknown name
/// or a value out of range is refused.
///
/// @param learningRate peak learning rate of the base model's weights, above 0
/// @param headLearningRate peak learning rate of the head, above 0
/// @param batchTokens padded tokens in one optimizer step, at least 64
/// @param maxLength most tokens of a text that are read, 8 to the base model's own limit
/// @param weightDecay AdamW's decoupled decay, at least 0; never applied to biases and layer norms
/// @param warmup share of all steps with rising learning rate, 0 to 1
/// @param dropout 0 to below 1
/// @param clip largest norm of the whole gradient, above 0
/// @param patience passes without a better validation loss before the run stops, at least 1
public record Knobs(
    double learningRate,
    double headLearningRate,
    int batchTokens,
    int maxLength,
    double weightDecay,
    double warmup,
    double dropout,
    double clip,
    int patience) {

  public static Knobs defaults() {
    return new Knobs(1e-4, 1e-3, 512, 256, 0.01, 0.1, 0.1, 1.0, 3);
  }

  /// Defaults with overrides.
  ///
  /// @throws org.shilpi.job.Problem naming the first bad value with its range, or the first unknown
  ///   knob with the known names
  public static Knobs from(Map<String, String> overrides) {
    var standard = defaults();
    var read = new KnobReader(overrides);
    var knobs =
        new Knobs(
            read.real("learningRate", standard.learningRate, 0, 1, Edge.LOW),
            read.real("headLearningRate", standard.headLearningRate, 0, 1, Edge.LOW),
            read.whole("batchTokens", standard.batchTokens, 64, 1_000_000),
            read.whole("maxLength", standard.maxLength, 8, 131_072),
            read.real("weightDecay", standard.weightDecay, 0, 1, Edge.NONE),
            read.real("warmup", standard.warmup, 0, 1, Edge.NONE),
            read.real("dropout", standard.dropout, 0, 1, Edge.HIGH),
            read.real("clip", standard.clip, 0, 1_000_000, Edge.LOW),
            read.whole("patience", standard.patience, 1, 1_000));
    read.refuseUnknown();
    return knobs;
  }
}
