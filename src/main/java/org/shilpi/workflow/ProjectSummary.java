package org.shilpi.workflow;

import java.util.Optional;
import org.shilpi.train.Run;

/// Where a project stands, in numbers.
///
/// @param texts texts imported
/// @param labeled texts with a label
/// @param rejected rows that were turned away
/// @param labels labels known
/// @param findings findings of the newest quality report that wait to be settled
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
    Optional<Run> latest,
    Optional<Double> accuracy) {}
