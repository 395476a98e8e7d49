package org.shilpi.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.shilpi.data.Span;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scores;

/// [Scores] on their way back from a worker, all big-endian: the labels, the rows, the baselines
/// (how many; for each its name and its rows), the latencies as doubles, the thresholds as floats,
/// the spans, and the baselines' spans like their rows. A word is its length in bytes and UTF-8;
/// rows are their number and the floats of one after the other, as many a row as there are labels;
/// spans are the number of texts and, for each, how many it has and their start, end, label and
/// confidence.
final class ScoreFile {
  private static final int MOST = 1 << 24;

  private ScoreFile() {}

  static void write(Scores scores, Path file) throws IOException {
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(scores.labels().size());
      for (var label : scores.labels()) {
        word(label, out);
      }
      rows(scores.probabilities(), scores.labels().size(), out);
      out.writeInt(scores.baselines().size());
      for (var baseline : scores.baselines().entrySet()) {
        word(baseline.getKey(), out);
        rows(baseline.getValue(), scores.labels().size(), out);
      }
      out.writeInt(scores.latencyMillis().length);
      for (double millis : scores.latencyMillis()) {
        out.writeDouble(millis);
      }
      out.writeInt(scores.thresholds().length);
      for (float threshold : scores.thresholds()) {
        out.writeFloat(threshold);
      }
      spans(scores.spans(), out);
      out.writeInt(scores.spanBaselines().size());
      for (var baseline : scores.spanBaselines().entrySet()) {
        word(baseline.getKey(), out);
        spans(baseline.getValue(), out);
      }
    }
  }

  private static void spans(List<List<FoundSpan>> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (var found : texts) {
      out.writeInt(found.size());
      for (var span : found) {
        out.writeInt(span.span().start());
        out.writeInt(span.span().end());
        out.writeInt(span.span().label());
        out.writeFloat(span.confidence());
      }
    }
  }

  private static void word(String word, DataOutputStream out) throws IOException {
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void rows(float[][] rows, int columns, DataOutputStream out) throws IOException {
    out.writeInt(rows.length);
    for (var row : rows) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "a row has " + row.length + " probabilities for " + columns + " labels");
      }
      for (float value : row) {
        out.writeFloat(value);
      }
    }
  }

  /// @throws IOException if the file is cut or promises more than it holds
  static Scores read(Path file) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      long size = Files.size(file);
      List<String> labels = new ArrayList<>();
      for (int left = count(in, size); left > 0; left--) {
        labels.add(word(in, size));
      }
      var probabilities = rows(in, labels.size(), size);
      var baselines = new LinkedHashMap<String, float[][]>();
      for (int left = count(in, size); left > 0; left--) {
        baselines.put(word(in, size), rows(in, labels.size(), size));
      }
      var latency = new double[count(in, size)];
      for (int i = 0; i < latency.length; i++) {
        latency[i] = in.readDouble();
      }
      var thresholds = new float[count(in, size)];
      for (int k = 0; k < thresholds.length; k++) {
        thresholds[k] = in.readFloat();
      }
      var spans = spans(in, labels.size(), size);
      var spanBaselines = new LinkedHashMap<String, List<List<FoundSpan>>>();
      for (int left = count(in, size); left > 0; left--) {
        spanBaselines.put(word(in, size), spans(in, labels.size(), size));
      }
      return new Scores(
          labels, probabilities, thresholds, spans, baselines, spanBaselines, latency);
    }
  }

  private static List<List<FoundSpan>> spans(DataInputStream in, int labels, long size)
      throws IOException {
    List<List<FoundSpan>> texts = new ArrayList<>();
    for (int left = count(in, size); left > 0; left--) {
      List<FoundSpan> found = new ArrayList<>();
      for (int spans = count(in, size); spans > 0; spans--) {
        int start = in.readInt();
        int end = in.readInt();
        int label = in.readInt();
        if (start < 0 || end <= start || label < 0 || label >= labels) {
          throw new EOFException("the scores hold a span from " + start + " to " + end);
        }
        found.add(new FoundSpan(new Span(start, end, label), in.readFloat()));
      }
      texts.add(found);
    }
    return texts;
  }

  private static int count(DataInputStream in, long size) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > Math.min(size, MOST)) {
      throw new EOFException("the scores promise " + count + " entries");
    }
    return count;
  }

  private static String word(DataInputStream in, long size) throws IOException {
    var bytes = in.readNBytes(count(in, size));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static float[][] rows(DataInputStream in, int columns, long size) throws IOException {
    int count = count(in, size);
    if (4L * count * columns > size) {
      throw new EOFException("the scores promise " + count + " rows");
    }
    var rows = new float[count][columns];
    for (var row : rows) {
      for (int k = 0; k < columns; k++) {
        row[k] = in.readFloat();
      }
    }
    return rows;
  }
}
