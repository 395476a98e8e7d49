package org.shilpi.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Row;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;

/// Plain text, one text a line. Blank lines are rows without a text.
final class LineReader implements RowReader {
  private final Source source;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long number;

  LineReader(Source source) throws IOException {
    this.source = source;
    this.limit = new RowLimit(source.characters());
    this.lines = new BufferedReader(limit);
  }

  @Override
  public Optional<Row> next() throws IOException {
    limit.startRow();
    number++;
    try {
      String line = lines.readLine();
      return line == null ? Optional.empty() : Optional.of(new Row.Cells(number, List.of(line)));
    } catch (RowTooLong e) {
      throw Problem.causedBy(e, "problem.data.row-too-long", source.name(), Long.toString(number));
    }
  }

  @Override
  public double share() {
    return source.share();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
