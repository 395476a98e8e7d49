package org.shilpi.workflow;

import java.nio.file.Path;

/// What a prediction did.
///
/// @param predicted texts that were answered
/// @param rejected rows without a text that could be read; they are not in the file
/// @param file where the answers are
public record PredictReport(long predicted, long rejected, Path file) {}
