package org.shilpi.ui.train;

import java.util.Optional;
import org.shilpi.text.Messages;

/// What the window calls a knob, and what it says about it.
record KnobWords(String title, String hint) {
  /// Empty for a knob that the window has no words for.
  static Optional<KnobWords> of(String knob, Messages words) {
    return switch (knob) {
      case "passes" -> of("window.train.knob.passes", "window.train.knob.passes.hint", words);
      case "seed" -> of("window.train.knob.seed", "window.train.knob.seed.hint", words);
      case "learningRate" -> of("window.train.knob.rate", "window.train.knob.rate.hint", words);
      case "maxLength" -> of("window.train.knob.length", "window.train.knob.length.hint", words);
      case "batchTokens" -> of("window.train.knob.batch", "window.train.knob.batch.hint", words);
      case "patience" -> of("window.train.knob.patience", "window.train.knob.patience.hint", words);
      case "headLearningRate" -> of("window.train.knob.head", "window.train.knob.head.hint", words);
      case "weightDecay" -> of("window.train.knob.decay", "window.train.knob.decay.hint", words);
      case "dropout" -> of("window.train.knob.dropout", "window.train.knob.dropout.hint", words);
      case "warmup" -> of("window.train.knob.warmup", "window.train.knob.warmup.hint", words);
      case "clip" -> of("window.train.knob.clip", "window.train.knob.clip.hint", words);
      case "embeddingLearningRate" ->
          of("window.train.knob.embeddings", "window.train.knob.embeddings.hint", words);
      case "layerDecay" -> of("window.train.knob.layers", "window.train.knob.layers.hint", words);
      case "schedule" -> of("window.train.knob.schedule", "window.train.knob.schedule.hint", words);
      case "freezeWords" ->
          of("window.train.knob.freeze.words", "window.train.knob.freeze.words.hint", words);
      case "freezeEmbeddings" ->
          of(
              "window.train.knob.freeze.embeddings",
              "window.train.knob.freeze.embeddings.hint",
              words);
      case "freezeLayers" ->
          of("window.train.knob.freeze.layers", "window.train.knob.freeze.layers.hint", words);
      case "attentionDropout" ->
          of("window.train.knob.attention", "window.train.knob.attention.hint", words);
      case "accumulation" ->
          of("window.train.knob.accumulation", "window.train.knob.accumulation.hint", words);
      case "maxSteps" -> of("window.train.knob.steps", "window.train.knob.steps.hint", words);
      case "minutes" -> of("window.train.knob.minutes", "window.train.knob.minutes.hint", words);
      case "precision" ->
          of("window.train.knob.precision", "window.train.knob.precision.hint", words);
      case "recompute" ->
          of("window.train.knob.recompute", "window.train.knob.recompute.hint", words);
      case "loraRank" ->
          of("window.train.knob.lora.rank", "window.train.knob.lora.rank.hint", words);
      case "loraAlpha" ->
          of("window.train.knob.lora.alpha", "window.train.knob.lora.alpha.hint", words);
      case "loraDropout" ->
          of("window.train.knob.lora.dropout", "window.train.knob.lora.dropout.hint", words);
      case "loraTargets" ->
          of("window.train.knob.lora.targets", "window.train.knob.lora.targets.hint", words);
      case "pooling" -> of("window.train.knob.pooling", "window.train.knob.pooling.hint", words);
      case "labelSmoothing" ->
          of("window.train.knob.smoothing", "window.train.knob.smoothing.hint", words);
      case "classWeights" ->
          of("window.train.knob.balance", "window.train.knob.balance.hint", words);
      default -> Optional.empty();
    };
  }

  private static Optional<KnobWords> of(String title, String hint, Messages words) {
    return Optional.of(new KnobWords(words.of(title), words.of(hint)));
  }
}
