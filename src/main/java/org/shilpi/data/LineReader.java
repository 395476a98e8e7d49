package org.shilpi.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.job.Problem;

/// One row a line. Blank lines are rows without a text.
public final class LineReader implements RowReader {
  /// Takes a line apart.
  @FunctionalInterface
  public interface Line {
    /// @param number from 1
    Row row(long number, String line);
  }

  private final Source source;
  private final Line meaning;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long number;

  public LineReader(Source source, Line meaning) throws IOException {
    this.source = source;
    this.meaning = meaning;
    this.limit = new RowLimit(source.characters());
    this.lines = new BufferedReader(limit);
  }

  @Override
  public Optional<Row> next() throws IOException {
    limit.startRow();
    number++;
    try {
      return Optional.ofNullable(lines.readLine()).map(line -> meaning.row(number, line));
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
