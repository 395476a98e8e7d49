package org.shilpi.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.project.TaskKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A [Snapshot] on disk, so that a worker needs no database: UTF-8 JSON lines, first a header
/// `{"labels":[…],"fingerprint":"…"}`, then a row a line
/// `{"id":1,"text":"…","label":0,"split":"train"}`.
///
/// Where texts have any number of labels, the header begins with `"task":"multilabel"` and a row
/// has `"labels":[0,2]`; where spans are labeled, `"task":"spans"` and
/// `"spans":[{"start":0,"end":4,"label":1}]`.
public final class SnapshotFile {
  private static final JsonMapper JSON = new JsonMapper();

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Header(@Nullable String task, List<String> labels, String fingerprint) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Line(
      long id,
      String text,
      @Nullable Integer label,
      @Nullable List<Integer> labels,
      @Nullable List<Span> spans,
      String split) {

    static Line of(LabeledText row) {
      return new Line(
          row.id(),
          row.text(),
          row.target() instanceof Target.One(int label) ? label : null,
          row.target() instanceof Target.Many(List<Integer> labels) ? labels : null,
          row.target() instanceof Target.Spans(List<Span> spans) ? spans : null,
          row.split().id());
    }

    LabeledText row() {
      return new LabeledText(id, text, target(), Split.valueOf(split.toUpperCase(Locale.ROOT)));
    }

    private Target target() {
      if (label != null) {
        return new Target.One(label);
      }
      if (labels != null) {
        return new Target.Many(labels);
      }
      if (spans != null) {
        return new Target.Spans(spans);
      }
      throw new IllegalArgumentException("row " + id + " has no label");
    }
  }

  private SnapshotFile() {}

  /// Writes a draft beside the file and moves it into place.
  ///
  /// @throws Problem if the disk is full or read-only
  public static void write(Snapshot snapshot, Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          String task = snapshot.task() == TaskKind.CLASSIFY ? null : snapshot.task().id();
          line(out, new Header(task, snapshot.labels(), snapshot.fingerprint()));
          for (LabeledText row : snapshot.rows()) {
            line(out, Line.of(row));
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
      TaskKind task =
          header.task() == null
              ? TaskKind.CLASSIFY
              : TaskKind.valueOf(header.task().toUpperCase(Locale.ROOT));
      List<LabeledText> rows = new ArrayList<>();
      for (String next = in.readLine(); next != null; next = in.readLine()) {
        rows.add(JSON.readValue(next, Line.class).row());
      }
      Snapshot snapshot = Snapshot.of(task, header.labels(), rows);
      if (!snapshot.fingerprint().equals(header.fingerprint())) {
        throw damaged(file);
      }
      return snapshot;
    } catch (NoSuchFileException gone) {
      throw Problem.causedBy(gone, "problem.data.snapshot-gone", file.toString());
    } catch (JacksonException | IllegalArgumentException | NullPointerException broken) {
      throw Problem.causedBy(broken, "problem.data.snapshot-damaged", file.toString());
    }
  }

  private static Problem damaged(Path file) {
    return Problem.of("problem.data.snapshot-damaged", file.toString());
  }
}
