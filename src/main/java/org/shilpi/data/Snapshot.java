package org.shilpi.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  /// Takes the fingerprint of labels and rows.
  public static Snapshot of(List<String> labels, List<LabeledText> rows) {
    MessageDigest digest = TextKey.sha256();
    add(digest, labels.size());
    labels.forEach(label -> add(digest, label));
    for (LabeledText row : rows) {
      add(digest, row.id());
      add(digest, row.text());
      add(digest, row.label());
      add(digest, row.split().id());
    }
    return new Snapshot(labels, rows, HexFormat.of().formatHex(digest.digest()));
  }

  public List<LabeledText> part(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }

  private static void add(MessageDigest digest, long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
  }

  // With its length first, so that no two lists of strings look the same.
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(digest, bytes.length);
    digest.update(bytes);
  }
}
