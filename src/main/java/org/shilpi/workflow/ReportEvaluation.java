package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Split;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.job.Problem;
import org.shilpi.train.Run;
import org.shilpi.train.Scorer;
import org.shilpi.workflow.report.Words;

/// Writes what was found out about a run as one HTML file.
public final class ReportEvaluation {
  /// How a report speaks: language code, words by key, and the reader's time zone.
  public record Voice(String language, Words words, ZoneId zone) {}

  private final ProjectSession session;
  private final EvaluateModel evaluations;

  public ReportEvaluation(ProjectSession session, Catalogue catalogue, Scorer scorer) {
    this.session = session;
    this.evaluations = new EvaluateModel(session, catalogue, scorer);
  }

  /// @param file the HTML file; written whole or not at all
  /// @throws Problem if the run was not evaluated on its test texts yet
  public void run(long run, Path file, Voice voice) throws IOException {
    Run found = EvaluateModel.done(session, run);
    Evaluation evaluation =
        evaluations
            .stored(run, Split.TEST)
            .orElseThrow(() -> Problem.of("problem.evaluate.not-evaluated", Long.toString(run)));
    Snapshot snapshot = SnapshotFile.read(session.paths().snapshot(found.fingerprint()));
    EvaluationReport.write(
        file,
        new ReportContent(
            voice.language(),
            session.name(),
            found,
            snapshot.part(Split.TRAIN).size(),
            snapshot.part(Split.VALIDATION).size(),
            session.events(run),
            evaluation,
            session.clock().instant(),
            voice.zone(),
            version(),
            voice.words()));
  }

  private static String version() {
    String version = ReportEvaluation.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
