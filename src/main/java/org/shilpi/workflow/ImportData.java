package org.shilpi.workflow;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shilpi.data.DataFile;
import org.shilpi.data.Format;
import org.shilpi.data.Mapping;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Wanted;
import org.shilpi.data.format.Formats;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.AtomicFile;
import org.shilpi.store.RejectedStore;

/// Brings texts into a project. A cancelled or failed import leaves nothing of the file.
public final class ImportData {
  private static final int PREVIEW_ROWS = 50;

  private final ProjectSession session;
  private final List<Format> formats;

  /// For tables and labeled texts.
  public ImportData(ProjectSession session) {
    this(session, Formats.ALL);
  }

  /// @param formats what a file may be, see [Formats]
  public ImportData(ProjectSession session, List<Format> formats) {
    this.session = session;
    this.formats = List.copyOf(formats);
  }

  /// Reads the whole file once, to count its rows.
  ///
  /// @throws Problem if the file cannot be read as asked
  public ImportPreview preview(ImportRequest request) throws IOException {
    DataFile file = inspect(request);
    Mapping mapping = file.mapping(request.text(), request.label());
    List<String> columns = file.columns().names();
    return new ImportPreview(
        file.format().id(),
        file.charset().orElse(""),
        file.layout().delimiter(),
        request.text().isEmpty() || request.label().isEmpty(),
        columns,
        file.first().stream().limit(PREVIEW_ROWS).toList(),
        Optional.of(columns.get(mapping.text())),
        mapping.label() == Mapping.NONE
            ? Optional.empty()
            : Optional.of(columns.get(mapping.label())),
        count(file));
  }

  private static long count(DataFile file) throws IOException {
    long count = 0;
    try (RowReader rows = file.read()) {
      while (rows.next().isPresent()) {
        count++;
      }
    }
    return count;
  }

  /// Imports a file in one transaction. Labels that the project does not know are added in the
  /// order in which they appear.
  ///
  /// @throws Problem if the file cannot be read as asked, or holds no rows; nothing was changed
  public ImportReport run(ImportRequest request, JobContext context) throws IOException {
    DataFile file = inspect(request);
    Mapping mapping = file.mapping(request.text(), request.label());
    session.imports().lock();
    try {
      return session
          .database()
          .transaction(statements -> {
            String name = String.valueOf(file.path().getFileName());
            Intake intake =
                new Intake(
                    statements, session.task(), name, request.split(), session.clock().instant());
            take(file, mapping, intake, context);
            if (intake.rows() == 0) {
              throw Problem.of("problem.data.no-rows", name);
            }
            context.report(Progress.unknown("progress.import.duplicates"));
            return intake.report();
          });
    } finally {
      session.imports().unlock();
    }
  }

  private static void take(DataFile file, Mapping mapping, Intake intake, JobContext context)
      throws IOException {
    try (RowReader rows = file.read()) {
      Optional<Row> row = rows.next();
      while (row.isPresent()) {
        context.checkCancelled();
        intake.take(mapping.apply(row.get()));
        context.report(Progress.of(rows.share(), "progress.import.rows", intake.rows()));
        row = rows.next();
      }
    }
    intake.flush();
  }

  private DataFile inspect(ImportRequest request) throws IOException {
    Set<String> wanted = new HashSet<>();
    request.text().ifPresent(wanted::add);
    request.label().filter(label -> !label.isEmpty()).ifPresent(wanted::add);
    return DataFile.inspect(
        request.file(),
        formats,
        new Wanted(request.format(), request.charset(), wanted, Optional.of(session.task())));
  }

  /// The newest rejected rows.
  public List<RejectedRow> rejected(int limit) {
    return new RejectedStore(session.database())
        .newest(limit).stream().map(ImportData::row).toList();
  }

  private static RejectedRow row(RejectedStore.Stored stored) {
    return new RejectedRow(
        stored.source(),
        stored.row().number(),
        stored.row().reason().key(),
        stored.row().reason().arguments(),
        stored.row().raw());
  }

  /// Writes all rejected rows with their reasons as CSV.
  ///
  /// @throws Problem if the disk is full or the folder cannot be written
  public void exportRejected(Path file) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          Writer words = new OutputStreamWriter(out, StandardCharsets.UTF_8);
          CSVPrinter printer = new CSVPrinter(words, CSVFormat.RFC4180);
          printer.printRecord("file", "row", "reason", "details", "raw");
          try {
            new RejectedStore(session.database()).each(stored -> print(printer, row(stored)));
          } catch (UncheckedIOException failure) {
            throw failure.getCause();
          }
          printer.flush();
        });
  }

  private static void print(CSVPrinter printer, RejectedRow row) {
    try {
      printer.printRecord(
          row.source(),
          row.row(),
          row.key().substring("rejected.".length()),
          String.join("; ", row.arguments()),
          row.raw());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
