package org.shilpi.workflow;

import java.util.Optional;
import org.shilpi.privacy.GateState;
import org.shilpi.train.Run;

/// Where a project stands, in numbers.
///
/// @param texts texts imported
/// @param labeled texts with a label
/// @param rejected rows that were turned away
/// @param labels labels known
/// @param findings findings of the newest quality report that wait to be settled
/// @param gate whether the texts may be learned from
/// @param telling sure private findings that hold training back
/// @param latest the newest run
/// @param accuracy right answers of the newest evaluated run on its test texts
public record ProjectSummary(
    String name,
    String task,
    String baseModel,
    int texts,
    int labeled,
    int rejected,
    int labels,
    int findings,
    GateState gate,
    long telling,
    Optional<Run> latest,
    Optional<Double> accuracy) {}
