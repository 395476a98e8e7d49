package org.shilpi.data;

import java.util.List;

/// A data set frozen for a run: the rows, dealt into train, validation and test, and a fingerprint
/// that changes with any text, label or split.
///
/// @param labels label names in the order of their indices
/// @param rows ordered by example id; no row is [Split#NONE]
/// @param fingerprint SHA-256 over labels and rows, 64 hexadecimal digits
public record Snapshot(List<String> labels, List<LabeledText> rows, String fingerprint) {
  public Snapshot {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  public List<LabeledText> part(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }
}
