package org.shilpi.train;

/// What a run tells while it goes on. Events are kept with the run, so that its curves can be drawn
/// again.
public sealed interface TrainingEvent {
  /// What the run is busy with, before and after the steps.
  ///
  /// @param phase `load`, `embed`, `tokenize`, `search`, `fit`, `baseline`, `validate`, `save`,
  ///   `contrast`, `again`
  /// @param fraction share of this phase done, 0 to 1
  record Phase(String phase, double fraction) implements TrainingEvent {}

  /// One optimizer step, thinned to at most a few a second.
  ///
  /// @param step steps done since the start of the run, from 1
  /// @param steps planned steps in all
  /// @param epoch passes done, with a fraction
  /// @param loss mean cross-entropy of the texts of this step, in nats
  /// @param learningRate of the base model's weights in this step
  /// @param examplesPerSecond texts a second, smoothed
  record Step(
      long step,
      long steps,
      double epoch,
      double loss,
      double learningRate,
      double examplesPerSecond)
      implements TrainingEvent {}

  /// A pass is over and was checked on the texts kept back.
  ///
  /// @param epoch passes done, from 1
  /// @param trainLoss mean cross-entropy of the pass, in nats
  /// @param validationLoss mean cross-entropy on the validation texts, in nats
  /// @param accuracy right answers on the validation texts, 0 to 1
  /// @param best whether this is the best pass so far
  record Epoch(int epoch, double trainLoss, double validationLoss, double accuracy, boolean best)
      implements TrainingEvent {}

  /// The run is on disk up to this step and can be resumed from here.
  record Checkpoint(long step) implements TrainingEvent {}

  /// A plain baseline was checked on the same validation texts.
  ///
  /// @param name `majority`, `tfidf`, or `frozen` (the frozen base model with a linear head)
  record Baseline(String name, double accuracy) implements TrainingEvent {}

  /// Something happened that the user should know of: message key and what fills it.
  record Notice(String key, java.util.List<String> arguments) implements TrainingEvent {
    public Notice {
      arguments = java.util.List.copyOf(arguments);
    }
  }
}
