package org.shilpi.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A [Snapshot] on disk, so that a worker needs no database: UTF-8 JSON lines, first a header
/// `{"labels":[…],"fingerprint":"…"}`, then a row a line
/// `{"id":1,"text":"…","label":0,"split":"train"}`.
public final class SnapshotFile {
  private static final JsonMapper JSON = new JsonMapper();

  private record Header(List<String> labels, String fingerprint) {}

  private record Line(long id, String text, int label, String split) {}

  private SnapshotFile() {}

  /// Writes a draft beside the file and moves it into place.
  ///
  /// @throws Problem if the disk is full or read-only
  public static void write(Snapshot snapshot, Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          line(out, new Header(snapshot.labels(), snapshot.fingerprint()));
          for (LabeledText row : snapshot.rows()) {
            line(out, new Line(row.id(), row.text(), row.label(), row.split().id()));
          }
        });
  }

  private static void line(OutputStream out, Object value) throws IOException {
    out.write(JSON.writeValueAsBytes(value));
    out.write('\n');
  }

  /// Reads and verifies the fingerprint.
  ///
  /// @throws Problem if the file is damaged
  public static Snapshot read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String first = in.readLine();
      if (first == null) {
        throw damaged(file);
      }
      Header header = JSON.readValue(first, Header.class);
      List<LabeledText> rows = new ArrayList<>();
      for (String next = in.readLine(); next != null; next = in.readLine()) {
        Line line = JSON.readValue(next, Line.class);
        Split split = Split.valueOf(line.split().toUpperCase(Locale.ROOT));
        rows.add(new LabeledText(line.id(), line.text(), line.label(), split));
      }
      Snapshot snapshot = Snapshot.of(header.labels(), rows);
      if (!snapshot.fingerprint().equals(header.fingerprint())) {
        throw damaged(file);
      }
      return snapshot;
    } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
      throw Problem.causedBy(broken, "problem.data.snapshot-damaged", file.toString());
    }
  }

  private static Problem damaged(Path file) {
    return Problem.of("problem.data.snapshot-damaged", file.toString());
  }
}
