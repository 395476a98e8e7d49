package org.shilpi.djl;

import org.jspecify.annotations.Nullable;

/// Where [FewShot] stands after the fine-tuning.
///
/// @param step steps done of the course at work
/// @param updates those that moved the weights
/// @param parts in how many parts a batch goes through the network
/// @param seconds that earlier attempts spent after the fine-tuning
/// @param tried how contrastive learning did on the validation rows; null while it is at it
record CourseState(
    long step, long updates, int parts, double seconds, Softmax.@Nullable Score tried) {
  static CourseState begin() {
    return new CourseState(0, 0, 1, 0, null);
  }

  CourseState stepped(boolean taken) {
    return new CourseState(step + 1, taken ? updates + 1 : updates, parts, seconds, tried);
  }

  /// In so many parts at least.
  CourseState inPartsOf(int least) {
    return inParts(Math.max(parts, least));
  }

  CourseState inParts(int more) {
    return new CourseState(step, updates, more, seconds, tried);
  }

  CourseState after(double more) {
    return new CourseState(step, updates, parts, seconds + more, tried);
  }

  /// The try is over; the next course begins.
  CourseState tried(Softmax.Score score) {
    return new CourseState(0, 0, parts, seconds, score);
  }
}
