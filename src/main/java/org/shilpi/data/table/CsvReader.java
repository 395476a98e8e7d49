package org.shilpi.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.shilpi.data.Columns;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;

/// Comma-, semicolon-, tab- and pipe-separated values (RFC 4180). A record with too few or too many
/// cells is turned away; a broken quote ends the reading, since nothing after it can be trusted.
final class CsvReader implements RowReader {
  private final Source source;
  private final CsvShape shape;
  private final int width;
  private final RowLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long number;

  CsvReader(Source source, CsvShape shape, Columns columns) throws IOException {
    this.source = source;
    this.shape = shape;
    this.width = columns.names().size();
    this.limit = new RowLimit(source.characters());
    this.parser = CSVParser.parse(limit, shape.format());
    this.records = parser.iterator();
    if (columns.header()) {
      record();
    }
  }

  private Optional<CSVRecord> record() throws IOException {
    limit.startRow();
    String line = Long.toString(parser.getCurrentLineNumber() + 1);
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (UncheckedIOException broken) {
      if (broken.getCause() instanceof RowTooLong) {
        throw Problem.causedBy(broken, "problem.data.row-too-long", source.name(), line);
      }
      if (broken.getCause() instanceof org.apache.commons.csv.CSVException) {
        throw Problem.causedBy(broken, "problem.data.quotes", source.name(), line);
      }
      throw broken.getCause();
    }
  }

  @Override
  public Optional<Row> next() throws IOException {
    Optional<CSVRecord> next = record();
    number++;
    return next.map(found -> row(found.toList()));
  }

  private Row row(List<String> cells) {
    if (cells.size() == width) {
      return new Row.Cells(number, cells);
    }
    Reason reason =
        Reason.of(
            cells.size() < width ? "rejected.few-cells" : "rejected.many-cells",
            Integer.toString(cells.size()),
            Integer.toString(width));
    return new Rejected(number, String.join(Character.toString(shape.delimiter()), cells), reason);
  }

  @Override
  public double share() {
    return source.share();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
