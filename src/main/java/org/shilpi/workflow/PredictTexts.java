package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.DataFile;
import org.shilpi.data.Format;
import org.shilpi.data.Mapping;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Wanted;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.AtomicFile;
import org.shilpi.train.Run;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;

/// Lets a run label the texts of a file.
public final class PredictTexts {
  // A worker process answers a chunk; its start must not weigh.
  private static final int CHUNK = 20_000;
  private static final long CHUNK_CHARACTERS = 20_000_000;

  private static final int SHOWN = 100;

  private final ProjectSession session;
  private final Catalogue catalogue;
  private final Scorer scorer;
  private final List<Format> formats;

  /// @param formats what a file may be, see [org.shilpi.data.format.Formats]
  public PredictTexts(
      ProjectSession session, Catalogue catalogue, Scorer scorer, List<Format> formats) {
    this.session = session;
    this.catalogue = catalogue;
    this.scorer = scorer;
    this.formats = List.copyOf(formats);
  }

  /// Reads texts and writes text, label and confidence (0 to 1) of each, in order, with its row and
  /// origin; all labels, or all labeled parts, where the project's texts may have several.
  ///
  /// @param column the text's column, guessed where it is not said
  /// @param out `.csv` (one label a text) or `.jsonl`; written whole or not at all
  /// @throws Problem if the run is not done, the file cannot be read, or `out` cannot be written
  public PredictReport run(long run, Path in, Optional<String> column, Path out, JobContext context)
      throws IOException {
    Run found = EvaluateModel.done(session, run);
    PredictionFile.Format format = PredictionFile.format(out, session.task());
    if (Files.isDirectory(out)) {
      throw Problem.of("problem.predict.folder", out.toString());
    }
    Set<String> wanted = column.map(Set::of).orElse(Set.of());
    DataFile file =
        DataFile.inspect(
            in, formats, new Wanted(Optional.empty(), Optional.empty(), wanted, Optional.empty()));
    Texts texts = new Texts(file, file.mapping(column, Optional.of("")), context);
    Path model = catalogue.folder(found.baseModel(), context);
    long[] predicted = new long[1];
    List<RejectedRow> some = new ArrayList<>();
    long[] rejected = new long[1];
    List<String> fields = format == PredictionFile.Format.CSV ? texts.fields() : List.of();
    AtomicFile.write(
        out,
        stream -> {
          PredictionFile answers = new PredictionFile(stream, format, fields);
          Chunks chunks = new Chunks(found, model, answers, context);
          texts.each((row, share) -> {
            switch (row) {
              case Mapped.Bad(Rejected bad) -> {
                rejected[0]++;
                if (some.size() < SHOWN) {
                  some.add(RejectedRow.of(String.valueOf(in.getFileName()), bad));
                }
              }
              case Mapped.Text text -> {
                predicted[0]++;
                chunks.add(text, share);
              }
            }
          });
          chunks.flush(1);
          answers.finish();
        });
    return new PredictReport(predicted[0], rejected[0], some, out);
  }

  @FunctionalInterface
  private interface Visitor {
    void visit(Mapped row, double share) throws IOException;
  }

  private record Texts(DataFile file, Mapping mapping, JobContext context) {
    void each(Visitor visitor) throws IOException {
      try (RowReader rows = file.read()) {
        rows.meanwhile(context::checkCancelled);
        Optional<Row> row = rows.next();
        while (row.isPresent()) {
          context.checkCancelled();
          visitor.visit(mapping.apply(row.get()), rows.share());
          row = rows.next();
        }
      }
    }

    /// Names of all fields of the origins: a table has its columns for them, other files must be
    /// read through.
    List<String> fields() throws IOException {
      Set<String> fields = new LinkedHashSet<>();
      if (file.layout().mapped()) {
        fields.addAll(new TreeMap<>(mapping.origin()).values());
      } else {
        each((row, share) -> {
          if (row instanceof Mapped.Text text) {
            fields.addAll(text.origin().fields().keySet());
          }
        });
      }
      return List.copyOf(fields);
    }
  }

  private final class Chunks {
    private final Run run;
    private final Path model;
    private final PredictionFile answers;
    private final JobContext context;
    private final List<Mapped.Text> rows = new ArrayList<>();
    private long characters;
    private long done;

    Chunks(Run run, Path model, PredictionFile answers, JobContext context) {
      this.run = run;
      this.model = model;
      this.answers = answers;
      this.context = context;
    }

    void add(Mapped.Text row, double fraction) throws IOException {
      rows.add(row);
      characters += row.text().length();
      if (rows.size() >= CHUNK || characters >= CHUNK_CHARACTERS) {
        flush(fraction);
      }
    }

    void flush(double fraction) throws IOException {
      if (rows.isEmpty()) {
        return;
      }
      List<String> texts = rows.stream().map(Mapped.Text::text).toList();
      ScoringTask task =
          new ScoringTask(
              session.paths().run(run.id()), model, texts, false, 0, run.spec().device());
      Scores scores = scorer.score(task, context);
      for (int i = 0; i < rows.size(); i++) {
        answers.write(rows.get(i), scores, i);
      }
      done += rows.size();
      rows.clear();
      characters = 0;
      context.report(Progress.of(fraction, "progress.predict.texts", done));
    }
  }
}
