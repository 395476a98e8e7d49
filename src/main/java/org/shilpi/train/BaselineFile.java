package org.shilpi.train;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;

/// [LabelBaselines] on disk, `baselines.bin`, big-endian:
///
/// | what | as |
/// |---|---|
/// | `SHBL`, version: 1, or 2 where a text may have any number of labels | two ints |
/// | number of labels, number of terms | two ints |
/// | C, accuracy of majority and of tfidf | three doubles |
/// | each label | an int, its length in bytes, and UTF-8 |
/// | share of each label | floats |
/// | hash of each term, ascending | longs |
/// | idf of each term | floats |
/// | weights, a row of labels for each term and one for the bias | floats |
/// | CRC-32C of all before | int |
///
/// A reader checks the file's length against its numbers before it takes any memory for them.
final class BaselineFile {
  private static final String NAME = "baselines.bin";
  private static final int MAGIC = 0x5348424C;
  private static final int ONE_LABEL = 1;
  private static final int MANY_LABELS = 2;
  private static final int MOST_LABELS = 100_000;
  private static final int LONGEST_LABEL = 1 << 16;

  private BaselineFile() {}

  /// Bytes of a file, but for the labels' names.
  static long bytes(int labels, int terms) {
    return 4L * labels + 12L * terms + 4 * (terms + 1L) * labels;
  }

  static void write(LabelBaselines baselines, Path folder) throws IOException {
    AtomicFile.write(
        folder.resolve(NAME),
        file -> {
          var sum = new CheckedOutputStream(file, new CRC32C());
          var out = new DataOutputStream(new BufferedOutputStream(sum, 1 << 16));
          write(baselines, out);
          out.flush();
          new DataOutputStream(file).writeInt((int) sum.getChecksum().getValue());
        });
  }

  private static void write(LabelBaselines baselines, DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(baselines.model().many() ? MANY_LABELS : ONE_LABEL);
    out.writeInt(baselines.labels().size());
    out.writeInt(baselines.tfidf().columns());
    out.writeDouble(baselines.facts().strength());
    out.writeDouble(baselines.facts().majorityAccuracy());
    out.writeDouble(baselines.facts().tfidfAccuracy());
    for (var label : baselines.labels()) {
      var bytes = label.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    floats(baselines.shares(), out);
    for (long term : baselines.tfidf().terms()) {
      out.writeLong(term);
    }
    floats(baselines.tfidf().idf(), out);
    floats(baselines.model().weights(), out);
  }

  private static void floats(float[] values, DataOutputStream out) throws IOException {
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  static LabelBaselines read(Path folder) throws IOException {
    var file = folder.resolve(NAME);
    try (var channel = Files.newInputStream(file);
        var sum = new CheckedInputStream(new BufferedInputStream(channel), new CRC32C());
        var in = new DataInputStream(sum)) {
      var baselines = read(in, Files.size(file), file);
      int expected = (int) sum.getChecksum().getValue();
      if (in.readInt() != expected) {
        throw damaged(file);
      }
      return baselines;
    } catch (NoSuchFileException e) {
      throw Problem.causedBy(e, "problem.train.baselines-missing", file.toString());
    } catch (EOFException e) {
      throw Problem.causedBy(e, "problem.train.baselines-damaged", file.toString());
    }
  }

  private static LabelBaselines read(DataInputStream in, long length, Path file)
      throws IOException {
    if (in.readInt() != MAGIC) {
      throw damaged(file);
    }
    int version = in.readInt();
    if (version != ONE_LABEL && version != MANY_LABELS) {
      throw Problem.of("problem.train.baselines-newer", file.toString());
    }
    int classes = in.readInt();
    int terms = in.readInt();
    if (classes < 1 || classes > MOST_LABELS || terms < 0) {
      throw damaged(file);
    }
    long weights = (terms + 1L) * classes;
    if (bytes(classes, terms) > length || weights > Integer.MAX_VALUE - 8) {
      throw damaged(file);
    }
    var facts = new BaselineFacts(in.readDouble(), in.readDouble(), in.readDouble());
    var labels = new ArrayList<String>();
    for (int k = 0; k < classes; k++) {
      int size = in.readInt();
      if (size < 0 || size > LONGEST_LABEL || size > length) {
        throw damaged(file);
      }
      labels.add(new String(in.readNBytes(size), StandardCharsets.UTF_8));
    }
    var shares = floats(classes, in);
    var hashes = new long[terms];
    for (int i = 0; i < terms; i++) {
      hashes[i] = in.readLong();
    }
    var tfidf = new Tfidf(hashes, floats(terms, in));
    var model = new LinearModel(classes, version == MANY_LABELS, floats((int) weights, in));
    return new LabelBaselines(labels, shares, tfidf, model, facts);
  }

  private static float[] floats(int count, DataInputStream in) throws IOException {
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  private static Problem damaged(Path file) {
    return Problem.of("problem.train.baselines-damaged", file.toString());
  }
}
