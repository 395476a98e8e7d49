package org.shilpi.djl;

/// Where a fine-tuning stands: with the weights and the optimizer's moments, all that is needed to
/// go on exactly. Random numbers need no state, since every step seeds them anew.
///
/// @param step optimizer steps done
/// @param epoch whole passes done
/// @param batch batches done of the pass at work
/// @param lossSum cross-entropy of the texts seen in the pass at work, added up, in nats
/// @param texts how many those are
/// @param bestEpoch the best pass so far; 0 is the frozen base model with its head
/// @param best its score on the validation texts
/// @param seconds wall time of all attempts so far
record TuningState(
    long step,
    int epoch,
    int batch,
    double lossSum,
    long texts,
    int bestEpoch,
    Softmax.Score best,
    double seconds) {

  static TuningState start(Softmax.Score frozen) {
    return new TuningState(0, 0, 0, 0, 0, 0, frozen, 0);
  }

  TuningState stepped(double loss, int count) {
    return new TuningState(
        step + 1,
        epoch,
        batch + 1,
        lossSum + loss * count,
        texts + count,
        bestEpoch,
        best,
        seconds);
  }

  /// The pass is over.
  TuningState passed(Softmax.Score score) {
    boolean better = isBetter(score);
    return new TuningState(
        step, epoch + 1, 0, 0, 0, better ? epoch + 1 : bestEpoch, better ? score : best, seconds);
  }

  TuningState after(double wallSeconds) {
    return new TuningState(step, epoch, batch, lossSum, texts, bestEpoch, best, wallSeconds);
  }

  boolean isBetter(Softmax.Score score) {
    return score.loss() < best.loss()
        || (score.loss() == best.loss() && score.accuracy() > best.accuracy());
  }
}
