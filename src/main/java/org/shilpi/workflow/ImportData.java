package org.shilpi.workflow;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shilpi.data.DataFile;
import org.shilpi.data.Format;
import org.shilpi.data.Mapping;
import org.shilpi.data.format.Formats;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
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

  /// Reads the whole file once, to count its rows and those that would stay out.
  ///
  /// @throws Problem if the file cannot be read as asked
  public ImportPreview preview(ImportRequest request) throws IOException {
    FileReading reading = request.reading();
    DataFile file = DataFile.inspect(request.file(), formats, reading.wanted(session.task()));
    Mapping mapping = file.mapping(reading.text(), reading.label(), reading.roles());
    List<String> columns = file.columns().names();
    Survey survey = Survey.of(file, mapping, session.task());
    return new ImportPreview(
        file.format().id(),
        file.charset().orElse(""),
        file.layout().delimiter(),
        reading.text().isEmpty() || reading.label().isEmpty(),
        file.layout().mapped(),
        columns,
        mapping.roles(),
        file.shown().stream().limit(PREVIEW_ROWS).toList(),
        Optional.of(columns.get(mapping.text())),
        mapping.label() == Mapping.NONE
            ? Optional.empty()
            : Optional.of(columns.get(mapping.label())),
        survey.rows(),
        survey.stayOut());
  }

  /// What files and folders hold, before any is opened.
  ///
  /// @return number of files by the ending of their names in lower case, the most frequent first
  /// @throws Problem if a folder holds no file
  public Map<String, Integer> endings(List<Path> paths) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    for (FilesToImport.Found file : FilesToImport.of(paths)) {
      String name = file.name().substring(file.name().lastIndexOf('/') + 1);
      int dot = name.lastIndexOf('.');
      counts.merge(
          dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    return sorted;
  }

  /// Imports a file, or nothing of it. Labels that the project does not know are added in the order
  /// in which they appear.
  ///
  /// @throws Problem if the file cannot be read as asked, holds no rows, or came in before; nothing
  ///   was changed
  public ImportReport run(ImportRequest request, JobContext context) throws IOException {
    return run(
            new ImportOrder(
                List.of(request.file()), request.reading(), false, request.split(), false),
            context)
        .total();
  }

  /// Imports files and folders together: where it is cancelled or fails, nothing of any comes in. A
  /// file that cannot be read is left out and told.
  ///
  /// @throws Problem if no file came in, or a folder holds none; nothing was changed
  public ImportSummary run(ImportOrder order, JobContext context) throws IOException {
    session.imports().lock();
    try {
      return new BringIn(session, formats, order, context).run();
    } finally {
      session.imports().unlock();
    }
  }

  /// The newest rejected rows.
  public List<RejectedRow> rejected(int limit) {
    return new RejectedStore(session.database())
        .newest(limit).stream()
            .map(stored -> RejectedRow.of(stored.source(), stored.row()))
            .toList();
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
            new RejectedStore(session.database())
                .each(stored -> print(printer, RejectedRow.of(stored.source(), stored.row())));
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
