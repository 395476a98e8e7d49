package org.shilpi.djl;

/// Steps that fit into memory: a batch that does not goes through the network in twice as many
/// parts, and so does every one after it.
final class FittingSteps {
  private final Session session;
  private final Tuner tuner;
  private final Exercise lesson;
  private int parts;

  /// @param parts in how many a batch goes through the network at first
  FittingSteps(Session session, Tuner tuner, Exercise lesson, int parts) {
    this.session = session;
    this.tuner = tuner;
    this.lesson = lesson;
    this.parts = parts;
  }

  /// In how many parts a batch goes through the network now, each of them once more in as many as
  /// there are batches to a step.
  int parts() {
    return parts;
  }

  /// One optimizer step, see [Tuner#step].
  ///
  /// @throws RuntimeException or OutOfMemoryError, as libtorch has it, if memory does not suffice
  ///   for one text at a time
  Tuner.Step take(int[] batch, long step, double lossScale) {
    int accumulation = session.knobs().batching().accumulation();
    while (true) {
      try {
        return tuner.step(lesson, batch, parts * accumulation, step, lossScale);
      } catch (RuntimeException | OutOfMemoryError e) {
        if (parts >= batch.length || !OutOfMemory.isCauseOf(e)) {
          throw e;
        }
      }
      parts *= 2;
      session.report().notice("notice.train.memory", parts);
      Torch.release(session.encoder().manager().getDevice());
    }
  }
}
