package org.shilpi.djl;

import java.util.HashMap;
import java.util.Map;

/// What a method hands back after the model is on disk.
///
/// @param way how the model came to be
/// @param bestEpoch the pass that was kept, see `train.TrainingResult`
/// @param score of that pass on texts it did not learn from
/// @param examplesPerSecond texts a second while learning
/// @param seconds wall time of earlier attempts that this one went on from
/// @param facts for the provenance
record Learned(
    Way way,
    int bestEpoch,
    Softmax.Score score,
    double examplesPerSecond,
    double seconds,
    Map<String, String> facts) {
  Learned {
    facts = Map.copyOf(facts);
  }

  /// With more facts.
  Learned with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(facts);
    all.putAll(more);
    return new Learned(way, bestEpoch, score, examplesPerSecond, seconds, all);
  }

  /// In another way, after so many passes.
  Learned by(Way other, int passes, Softmax.Score itsScore) {
    return new Learned(other, passes, itsScore, examplesPerSecond, seconds, facts);
  }

  /// With more time of earlier attempts.
  Learned after(double more) {
    return new Learned(way, bestEpoch, score, examplesPerSecond, seconds + more, facts);
  }
}
