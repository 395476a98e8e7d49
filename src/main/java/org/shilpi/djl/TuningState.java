package org.shilpi.djl;

/// Where a fine-tuning stands: with the weights and the optimizer's moments, all that is needed to
/// go on exactly. Random numbers need no state, since every step seeds them anew.
///
/// @param step steps done, those that were skipped among them
/// @param epoch whole passes done
/// @param batch batches done of the pass at work
/// @param lossSum cross-entropy of the texts learned from in the pass at work, added up, in nats
/// @param texts how many those are
/// @param bestEpoch the best pass so far; 0 is the frozen base model with its head
/// @param best its score on the validation texts
/// @param parts in how many parts a batch goes through the network, because memory did not suffice
///   for fewer
/// @param skips steps that moved nothing
/// @param scale of the losses of the next step
/// @param spent on all attempts so far
record TuningState(
    long step,
    int epoch,
    int batch,
    double lossSum,
    long texts,
    int bestEpoch,
    Softmax.Score best,
    int parts,
    Skips skips,
    LossScale scale,
    Pace.Spent spent) {

  /// Steps whose loss or gradient was no number.
  ///
  /// @param all since the start
  /// @param inRow since the last step that was taken
  record Skips(long all, int inRow) {
    static final Skips NONE = new Skips(0, 0);

    Skips after(boolean taken) {
      return taken ? new Skips(all, 0) : new Skips(all + 1, inRow + 1);
    }
  }

  static TuningState start(Softmax.Score frozen, int parts, LossScale scale) {
    return new TuningState(0, 0, 0, 0, 0, 0, frozen, parts, Skips.NONE, scale, Pace.Spent.NOTHING);
  }

  /// Where the loss needs no scaling.
  static TuningState start(Softmax.Score frozen, int parts) {
    return start(frozen, parts, LossScale.NONE);
  }

  /// A batch of so many texts is done.
  TuningState stepped(Tuner.Step done, int count) {
    return new TuningState(
        step + 1,
        epoch,
        batch + 1,
        done.taken() ? lossSum + done.loss() * count : lossSum,
        done.taken() ? texts + count : texts,
        bestEpoch,
        best,
        parts,
        skips.after(done.taken()),
        scale.after(done.taken()),
        spent);
  }

  /// The pass is over.
  TuningState passed(Softmax.Score score) {
    boolean better = score.isBetterThan(best);
    return new TuningState(
        step,
        epoch + 1,
        0,
        0,
        0,
        better ? epoch + 1 : bestEpoch,
        better ? score : best,
        parts,
        skips,
        scale,
        spent);
  }

  TuningState inParts(int more) {
    return new TuningState(
        step, epoch, batch, lossSum, texts, bestEpoch, best, more, skips, scale, spent);
  }

  TuningState after(Pace.Spent all) {
    return new TuningState(
        step, epoch, batch, lossSum, texts, bestEpoch, best, parts, skips, scale, all);
  }

  /// Mean cross-entropy of the pass at work, in nats; NaN where no step was taken.
  double trainLoss() {
    return lossSum / texts;
  }

  /// Updates of the weights so far.
  long updates() {
    return step - skips.all;
  }
}
