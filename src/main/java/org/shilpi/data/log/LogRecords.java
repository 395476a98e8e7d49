package org.shilpi.data.log;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;

/// Streams the records of a log. A line without a head belongs to the record before it, as the
/// lines of a stack trace do; in a log without any heads, lines that are indented do.
final class LogRecords implements Closeable {
  private static final LogHead NONE =
      new LogHead(Optional.empty(), Optional.empty(), Optional.empty(), 0);

  private final Source source;
  private final boolean heads;
  private final RowLimit limit;
  private final BufferedReader lines;
  private Optional<String> ahead = Optional.empty();
  private long line;
  private long number;

  /// @param heads whether records of this log begin with a moment
  LogRecords(Source source, boolean heads) throws IOException {
    this.source = source;
    this.heads = heads;
    this.limit = new RowLimit(source.characters());
    this.lines = new BufferedReader(limit);
  }

  /// The next record; empty at the end.
  Optional<LogRecord> next() throws IOException {
    limit.startRow();
    Optional<String> first = ahead.isPresent() ? ahead : line();
    while (first.isPresent() && first.get().isBlank()) {
      first = line();
    }
    ahead = Optional.empty();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    number++;
    long start = line;
    StringBuilder text = new StringBuilder(first.get());
    for (Optional<String> next = line(); next.isPresent(); next = line()) {
      if (begins(next.get())) {
        ahead = next;
        break;
      }
      text.append('\n').append(next.get());
    }
    LogHead head = heads ? LogHead.of(first.get()).orElse(NONE) : NONE;
    return Optional.of(new LogRecord(number, start, head, text.toString().stripTrailing()));
  }

  private boolean begins(String next) {
    return heads
        ? LogHead.of(next).isPresent()
        : !next.isBlank() && !Character.isWhitespace(next.charAt(0));
  }

  private Optional<String> line() throws IOException {
    line++;
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (RowTooLong e) {
      throw Problem.causedBy(e, "problem.data.row-too-long", source.name(), Long.toString(line));
    }
  }

  double share() {
    return source.share();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
