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
import java.util.List;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;

/// A [SurveyTask] on its way to a worker and its [Survey] on the way back: their parts in order,
/// big-endian; a word is its length in bytes and UTF-8, a row its length and its numbers.
final class SurveyFile {
  private SurveyFile() {}

  static void write(SurveyTask task, Path file) throws IOException {
    try (var out = out(file)) {
      word(task.baseModel().toString(), out);
      word(task.cache().toString(), out);
      word(task.device(), out);
      out.writeLong(task.seed());
      out.writeInt(task.classes());
      out.writeInt(task.texts().size());
      for (var text : task.texts()) {
        word(text, out);
      }
      row(task.labels(), out);
      row(task.families(), out);
    }
  }

  static SurveyTask readTask(Path file) throws IOException {
    try (var in = in(file)) {
      long size = Files.size(file);
      var baseModel = Path.of(word(in, size));
      var cache = Path.of(word(in, size));
      var device = word(in, size);
      long seed = in.readLong();
      int classes = in.readInt();
      List<String> texts = new ArrayList<>();
      for (int left = count(in, size); left > 0; left--) {
        texts.add(word(in, size));
      }
      return new SurveyTask(
          baseModel, cache, texts, row(in, size), row(in, size), classes, seed, device);
    }
  }

  static void write(Survey survey, Path file) throws IOException {
    try (var out = out(file)) {
      out.writeInt(survey.limit());
      row(survey.tokens(), out);
      row(survey.distances(), out);
      out.writeInt(survey.probabilities().length);
      for (var row : survey.probabilities()) {
        row(row, out);
      }
      row(survey.sizes(), out);
      row(survey.hits(), out);
      out.writeInt(survey.tested());
    }
  }

  /// @throws IOException if the file is cut or promises more than it holds
  static Survey readSurvey(Path file) throws IOException {
    try (var in = in(file)) {
      long size = Files.size(file);
      int limit = in.readInt();
      var tokens = row(in, size);
      var distances = floats(in, size);
      var probabilities = new float[count(in, size)][];
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = floats(in, size);
      }
      return new Survey(
          limit, tokens, distances, probabilities, row(in, size), row(in, size), in.readInt());
    }
  }

  private static DataOutputStream out(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  private static DataInputStream in(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static void word(String word, DataOutputStream out) throws IOException {
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String word(DataInputStream in, long size) throws IOException {
    var bytes = new byte[count(in, size)];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void row(int[] row, DataOutputStream out) throws IOException {
    out.writeInt(row.length);
    for (int value : row) {
      out.writeInt(value);
    }
  }

  private static void row(float[] row, DataOutputStream out) throws IOException {
    out.writeInt(row.length);
    for (float value : row) {
      out.writeFloat(value);
    }
  }

  private static int[] row(DataInputStream in, long size) throws IOException {
    var row = new int[count(in, size)];
    for (int i = 0; i < row.length; i++) {
      row[i] = in.readInt();
    }
    return row;
  }

  private static float[] floats(DataInputStream in, long size) throws IOException {
    var row = new float[count(in, size)];
    for (int i = 0; i < row.length; i++) {
      row[i] = in.readFloat();
    }
    return row;
  }

  private static int count(DataInputStream in, long size) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > size) {
      throw new EOFException("the file promises " + count + " entries");
    }
    return count;
  }
}
