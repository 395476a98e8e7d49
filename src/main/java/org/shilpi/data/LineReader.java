package org.shilpi.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.job.Problem;

/// Plain text, one text a line. Blank lines are rows without a text.
final class LineReader implements RowReader {
  private final String name;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long number;

  LineReader(String name, Reader in) {
    this.name = name;
    this.limit = new RowLimit(in);
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
      throw Problem.causedBy(e, "problem.data.row-too-long", name, Long.toString(number));
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
