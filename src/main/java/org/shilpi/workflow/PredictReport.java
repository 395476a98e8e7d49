package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.List;

/// What a prediction did.
///
/// @param predicted texts that were answered
/// @param rejected rows without a text that could be read; they are not in the file
/// @param some the first of those, at most 100
/// @param file where the answers are
public record PredictReport(long predicted, long rejected, List<RejectedRow> some, Path file) {
  public PredictReport {
    some = List.copyOf(some);
  }
}
