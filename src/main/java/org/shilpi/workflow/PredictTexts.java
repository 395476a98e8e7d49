package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.DataFile;
import org.shilpi.data.Mapping;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Wanted;
import org.shilpi.data.format.Formats;
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

  private final ProjectSession session;
  private final Catalogue catalogue;
  private final Scorer scorer;

  public PredictTexts(ProjectSession session, Catalogue catalogue, Scorer scorer) {
    this.session = session;
    this.catalogue = catalogue;
    this.scorer = scorer;
  }

  /// Reads texts and writes text, label and confidence (0 to 1) of each, in order; all labels, or
  /// all labeled parts, where the project's texts may have several.
  ///
  /// @param in CSV, TSV, JSON lines, or plain text with one text a line
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
            in,
            Formats.ALL,
            new Wanted(Optional.empty(), Optional.empty(), wanted, Optional.empty()));
    Mapping mapping = file.mapping(column, Optional.of(""));
    Path model = catalogue.folder(found.baseModel(), context);
    long[] counts = new long[2];
    AtomicFile.write(
        out,
        stream -> {
          PredictionFile answers = new PredictionFile(stream, format);
          Chunks chunks = new Chunks(found, model, answers, context);
          try (RowReader rows = file.read()) {
            Optional<Row> row = rows.next();
            while (row.isPresent()) {
              context.checkCancelled();
              switch (mapping.apply(row.get())) {
                case Mapped.Bad bad -> counts[1]++;
                case Mapped.Text text -> {
                  counts[0]++;
                  chunks.add(text.text(), rows.share());
                }
              }
              row = rows.next();
            }
          }
          chunks.flush(1);
          answers.finish();
        });
    return new PredictReport(counts[0], counts[1], out);
  }

  private final class Chunks {
    private final Run run;
    private final Path model;
    private final PredictionFile answers;
    private final JobContext context;
    private final List<String> texts = new ArrayList<>();
    private long characters;
    private long done;

    Chunks(Run run, Path model, PredictionFile answers, JobContext context) {
      this.run = run;
      this.model = model;
      this.answers = answers;
      this.context = context;
    }

    void add(String text, double fraction) throws IOException {
      texts.add(text);
      characters += text.length();
      if (texts.size() >= CHUNK || characters >= CHUNK_CHARACTERS) {
        flush(fraction);
      }
    }

    void flush(double fraction) throws IOException {
      if (texts.isEmpty()) {
        return;
      }
      ScoringTask task =
          new ScoringTask(
              session.paths().run(run.id()), model, texts, false, 0, run.spec().device());
      Scores scores = scorer.score(task, context);
      for (int i = 0; i < texts.size(); i++) {
        answers.write(texts.get(i), scores, i);
      }
      done += texts.size();
      texts.clear();
      characters = 0;
      context.report(Progress.of(fraction, "progress.predict.texts", done));
    }
  }
}
