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
import org.shilpi.data.ContentHash;
import org.shilpi.data.DataFile;
import org.shilpi.data.Documents;
import org.shilpi.data.Format;
import org.shilpi.data.Mapping;
import org.shilpi.data.format.Formats;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.SourceStore;

/// Brings texts into a project. A cancelled or failed import leaves nothing of the file, one that
/// was cut off can go on.
public final class ImportData {
  private static final int PREVIEW_ROWS = 50;

  private final ProjectSession session;
  private final Optional<Documents> documents;

  /// For tables and labeled texts.
  public ImportData(ProjectSession session) {
    this.session = session;
    this.documents = Optional.empty();
  }

  /// For documents, too.
  public ImportData(ProjectSession session, Documents documents) {
    this.session = session;
    this.documents = Optional.of(documents);
  }

  private List<Format> formats(boolean attachments) {
    return documents.map(opener -> Formats.with(opener, attachments)).orElse(Formats.ALL);
  }

  /// See [#preview(ImportRequest, JobContext)].
  public ImportPreview preview(ImportRequest request) throws IOException {
    return preview(request, JobContext.quiet());
  }

  /// Reads the whole file once, to count its rows and those that would stay out.
  ///
  /// @throws Problem if the file cannot be read as asked
  public ImportPreview preview(ImportRequest request, JobContext context) throws IOException {
    FileReading reading = request.reading();
    DataFile file =
        DataFile.inspect(request.file(), formats(false), reading.wanted(session.task()));
    Mapping mapping = file.mapping(reading.text(), reading.label(), reading.roles());
    List<String> columns = file.columns().names();
    Survey survey = Survey.of(file, mapping, session.task(), context);
    return new ImportPreview(
        file.format().id(),
        file.charset().orElse(""),
        file.layout().delimiter(),
        file.layout().quoted(),
        file.columns().header(),
        reading.text().isEmpty() || reading.label().isEmpty(),
        file.layout().mapped(),
        columns,
        mapping.roles(),
        file.shown(context::checkCancelled).stream().limit(PREVIEW_ROWS).toList(),
        Optional.of(columns.get(mapping.text())),
        mapping.label() == Mapping.NONE
            ? Optional.empty()
            : Optional.of(columns.get(mapping.label())),
        new SourceStore(session.database()).imported(ContentHash.of(request.file())),
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
                List.of(request.file()),
                request.reading(),
                false,
                request.split(),
                request.known(),
                false),
            context)
        .total();
  }

  /// Imports files and folders together: where it is cancelled or fails, nothing of any comes in. A
  /// file that cannot be read is left out and told. Where the very same import was cut off, it goes
  /// on.
  ///
  /// @throws Problem if no file came in, a folder holds none, or another import was cut off;
  ///   nothing was changed
  public ImportSummary run(ImportOrder order, JobContext context) throws IOException {
    session.imports().lock();
    try {
      Optional<CutOff> earlier = session.cutOff();
      if (earlier.isEmpty()) {
        return new BringIn(session, formats(order.attachments()), order, context).run();
      }
      if (!earlier.get().order().equals(order)) {
        throw Problem.of("problem.import.cut-off", earlier.get().name());
      }
      return goOn(context);
    } finally {
      session.imports().unlock();
    }
  }

  /// Goes on with the import that was cut off. What comes of it is what an undisturbed one would
  /// have brought, each row once.
  ///
  /// @throws Problem if there is none, or one of its files is gone or not what it was; it stays cut
  ///   off
  public ImportSummary goOn(JobContext context) throws IOException {
    session.imports().lock();
    try {
      ImportOrder order =
          session.cutOff().map(CutOff::order).orElseThrow(() -> Problem.of("problem.import.none"));
      return new BringIn(session, formats(order.attachments()), order, context).goOn();
    } finally {
      session.lookForCutOff();
      session.imports().unlock();
    }
  }

  /// Takes away what an import that was cut off had brought.
  ///
  /// @return what it was; empty if there is none
  public Optional<CutOff> withdraw() {
    session.imports().lock();
    try {
      Optional<CutOff> earlier = session.cutOff();
      earlier.ifPresent(gone -> session.withdrawCutOff());
      return earlier;
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
