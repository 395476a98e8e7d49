package org.shilpi.train;

import java.time.Instant;
import java.util.Optional;

/// One training of a project, as the project remembers it.
///
/// @param id number of the run in its project, from 1
/// @param spec what was chosen
/// @param fingerprint the data it learned from, see `data.Snapshot`
/// @param baseModel id of the base model
/// @param state where it stands
/// @param started when it was first started
/// @param result what it left, once done
/// @param failure the sentence that explains a failed or interrupted run, as `key|argument|…`, for
///   `text.Messages`
public record Run(
    long id,
    TrainingSpec spec,
    String fingerprint,
    String baseModel,
    RunState state,
    Instant started,
    Optional<TrainingResult> result,
    Optional<String> failure) {}
