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
import org.shilpi.train.Scores;

/// [Scores] on their way back from a worker, all big-endian: the labels, the rows, the baselines
/// (how many; for each its name and its rows), the latencies as doubles. A word is its length in
/// bytes and UTF-8; rows are their number and the floats of one after the other, as many a row as
/// there are labels.
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
      return new Scores(labels, probabilities, baselines, latency);
    }
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
