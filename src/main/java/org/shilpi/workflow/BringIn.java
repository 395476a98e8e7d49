package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.ContentHash;
import org.shilpi.data.DataFile;
import org.shilpi.data.Format;
import org.shilpi.data.Judgement;
import org.shilpi.data.Known;
import org.shilpi.data.Mapping;
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.store.SourceStore;
import org.shilpi.workflow.FilesToImport.Found;

/// One import: file after file into one [Intake].
final class BringIn {
  private static final List<String> NOT_OF_ONE_FILE =
      List.of("problem.project.", "problem.store.", "problem.import.");

  private final ProjectSession session;
  private final List<Format> formats;
  private final ImportOrder order;
  private final JobContext context;
  private final Intake intake;
  private final List<ImportSummary.CameIn> came = new ArrayList<>();
  private final List<ImportSummary.Refused> refused = new ArrayList<>();
  private final Set<String> hashes = new HashSet<>();
  private double bytes = 1;
  private long read;

  BringIn(ProjectSession session, List<Format> formats, ImportOrder order, JobContext context) {
    this.session = session;
    this.formats = formats;
    this.order = order;
    this.context = context;
    this.intake = new Intake(session, order);
  }

  /// @throws Problem if no file came in: why the first one did not
  ImportSummary run() throws IOException {
    intake.begin();
    try {
      return all();
    } catch (IOException | RuntimeException | Error failure) {
      takeAway(failure);
      throw failure;
    }
  }

  /// Goes on after what an earlier process had written. Where that fails, it can be tried again.
  ///
  /// @throws Problem if the files or the project's labels are not what they were
  ImportSummary goOn() throws IOException {
    if (!CutOff.labelsAsBefore(session.database())) {
      throw Problem.of("problem.import.labels");
    }
    intake.goOn();
    try {
      return all();
    } catch (CancelledException stopped) {
      takeAway(stopped);
      throw stopped;
    }
  }

  private ImportSummary all() throws IOException {
    List<Found> files = FilesToImport.of(order.paths());
    for (Found file : files) {
      bytes += size(file.file());
    }
    for (Found file : files) {
      context.checkCancelled();
      take(file);
      read += size(file.file());
    }
    if (came.isEmpty()) {
      throw refused.getFirst().why();
    }
    intake.finish();
    return new ImportSummary(came, refused);
  }

  // Where that fails, what is left stays unseen, and is offered when the project is next opened.
  private void takeAway(Throwable failure) {
    try {
      intake.withdraw();
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }

  private void take(Found file) throws IOException {
    DataFile data;
    Mapping mapping;
    String hash;
    try {
      FileReading reading = order.eachReading();
      data = DataFile.inspect(file.file(), formats, reading.wanted(session.task()));
      mapping = data.mapping(reading.text(), reading.label(), reading.roles());
      hash = fresh(file);
    } catch (Problem why) {
      refuse(file, why);
      return;
    }
    intake.open(file.name(), hash, order.split());
    try {
      rows(file, data, mapping);
      came.add(new ImportSummary.CameIn(file.name(), intake.close()));
    } catch (Problem why) {
      refuse(file, why);
      intake.abandon();
    }
  }

  // What is wrong with the project, or with an import that goes on, concerns all files.
  private void refuse(Found file, Problem why) {
    if (NOT_OF_ONE_FILE.stream().anyMatch(why.key()::startsWith)) {
      throw why;
    }
    refused.add(new ImportSummary.Refused(file.name(), why));
  }

  private String fresh(Found file) throws IOException {
    String hash = ContentHash.of(file.file());
    if (order.known() == Known.REFUSE_FILE) {
      Optional<Instant> before = new SourceStore(session.database()).imported(hash);
      if (before.isPresent()) {
        throw Problem.of("problem.data.again", file.name(), before.get().toString());
      }
      if (!hashes.add(hash)) {
        throw Problem.of("problem.data.twice", file.name());
      }
    }
    return hash;
  }

  private void rows(Found file, DataFile data, Mapping mapping) throws IOException {
    double size = size(file.file());
    try (RowReader rows = data.read()) {
      rows.meanwhile(() -> {
        context.checkCancelled();
        tell(rows.share() * size);
      });
      Optional<Row> row = rows.next();
      while (row.isPresent()) {
        context.checkCancelled();
        intake.take(labeled(mapping.apply(row.get()), file));
        tell(rows.share() * size);
        row = rows.next();
      }
    }
  }

  // With bytes of the present file.
  private void tell(double done) {
    context.report(
        Progress.of(Math.min(1, (read + done) / bytes), "progress.import.rows", intake.rows()));
  }

  private Mapped labeled(Mapped row, Found file) {
    return order.folderLabel()
            && row instanceof Mapped.Text text
            && text.judgement() instanceof Judgement.None
        ? Mapping.check(
            new Mapped.Text(text.number(), text.text(), Judgement.of(file.folder()), text.origin()),
            text.text())
        : row;
  }
}
