package org.shilpi.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

/// A data set frozen for a run: the rows, dealt into train, validation and test, and a fingerprint
/// that changes with any text, label or split.
///
/// @param task which kind of [Target] every row has
/// @param labels label names in the order of their indices
/// @param rows ordered by example id; no row is [Split#NONE]
/// @param fingerprint SHA-256 over task, labels and rows, 64 hexadecimal digits
public record Snapshot(
    TaskKind task, List<String> labels, List<LabeledText> rows, String fingerprint) {
  public Snapshot {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /// Texts with one label each.
  public Snapshot(List<String> labels, List<LabeledText> rows, String fingerprint) {
    this(TaskKind.CLASSIFY, labels, rows, fingerprint);
  }

  /// Takes the fingerprint of texts with one label each.
  public static Snapshot of(List<String> labels, List<LabeledText> rows) {
    return of(TaskKind.CLASSIFY, labels, rows);
  }

  /// Checks the rows and takes the fingerprint.
  ///
  /// @throws Problem naming the first text with spans that overlap or reach beyond it
  /// @throws IllegalArgumentException if a row has another kind of target, or a label that is none
  public static Snapshot of(TaskKind task, List<String> labels, List<LabeledText> rows) {
    MessageDigest digest = TextKey.sha256();
    if (task != TaskKind.CLASSIFY) {
      // No number of labels, with which the oldest kind begins.
      add(digest, -1);
      add(digest, task.id());
    }
    add(digest, labels.size());
    labels.forEach(label -> add(digest, label));
    for (LabeledText row : rows) {
      check(task, labels.size(), row);
      add(digest, row.id());
      add(digest, row.text());
      add(digest, row.target());
      add(digest, row.split().id());
    }
    return new Snapshot(task, labels, rows, HexFormat.of().formatHex(digest.digest()));
  }

  public List<LabeledText> part(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }

  private static void check(TaskKind task, int labels, LabeledText row) {
    if (row.target().task() != task) {
      throw new IllegalArgumentException("text " + row.id() + " is labeled for another task");
    }
    switch (row.target()) {
      case Target.One(int label) -> check(label, labels, row);
      case Target.Many(List<Integer> some) -> some.forEach(label -> check(label, labels, row));
      case Target.Spans(List<Span> spans) -> {
        for (int i = 0; i < spans.size(); i++) {
          check(spans.get(i).label(), labels, row);
          check(spans.get(i), row);
          if (i > 0 && spans.get(i).overlaps(spans.get(i - 1))) {
            throw problem("problem.data.spans-overlap", spans.get(i), row);
          }
        }
      }
    }
  }

  private static void check(int label, int labels, LabeledText row) {
    if (label < 0 || label >= labels) {
      throw new IllegalArgumentException("text " + row.id() + " has no label " + label);
    }
  }

  private static void check(Span span, LabeledText row) {
    String text = row.text();
    if (span.end() > text.length()
        || isInsideCharacter(text, span.start())
        || isInsideCharacter(text, span.end())) {
      throw problem("problem.data.span-outside", span, row);
    }
  }

  // Between the two halves of a surrogate pair.
  private static boolean isInsideCharacter(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static Problem problem(String key, Span span, LabeledText row) {
    return Problem.of(
        key, Long.toString(row.id()), Integer.toString(span.start()), Integer.toString(span.end()));
  }

  private static void add(MessageDigest digest, Target target) {
    switch (target) {
      case Target.One(int label) -> add(digest, label);
      case Target.Many(List<Integer> labels) -> {
        add(digest, labels.size());
        labels.forEach(label -> add(digest, label));
      }
      case Target.Spans(List<Span> spans) -> {
        add(digest, spans.size());
        for (Span span : spans) {
          add(digest, span.start());
          add(digest, span.end());
          add(digest, span.label());
        }
      }
    }
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
