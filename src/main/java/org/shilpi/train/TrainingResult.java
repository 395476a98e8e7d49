package org.shilpi.train;

import java.util.Map;

/// What a finished training leaves, beside the files in the run's folder.
///
/// @param seconds wall time of all attempts together
/// @param examplesPerSecond training texts a second while learning (quick: texts embedded a second)
/// @param peakRssMb most memory the training process held, in MiB
/// @param bestEpoch the pass that was kept, from 1 (quick: 1); 0 where no pass was better than the
///   frozen base model with its head
/// @param validationAccuracy right answers of the kept pass on the validation texts, 0 to 1
/// @param validationLoss mean cross-entropy of the kept pass on the validation texts, in nats
/// @param provenance engine and device versions, base-model hash, chosen strengths: facts by name
public record TrainingResult(
    double seconds,
    double examplesPerSecond,
    long peakRssMb,
    int bestEpoch,
    double validationAccuracy,
    double validationLoss,
    Map<String, String> provenance) {
  public TrainingResult {
    provenance = Map.copyOf(provenance);
  }
}
