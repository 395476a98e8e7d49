package org.shilpi.data.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.Source;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// One record a line. A line that is no JSON is a broken record, and reading goes on after it.
final class JsonLines implements JsonRecords {
  private static final JsonMapper JSON = JsonRecords.mapper();

  private final Source source;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long line;
  private long number;

  JsonLines(Source source) throws IOException {
    this.source = source;
    this.limit = new RowLimit(source.characters());
    this.lines = new BufferedReader(limit);
  }

  @Override
  public Optional<JsonRecord> next() throws IOException {
    String next;
    do {
      limit.startRow();
      line++;
      try {
        next = lines.readLine();
      } catch (RowTooLong e) {
        throw Problem.causedBy(e, "problem.data.row-too-long", source.name(), Long.toString(line));
      }
      if (next == null) {
        return Optional.empty();
      }
    } while (next.isBlank());
    number++;
    return Optional.of(new JsonRecord(number, parse(next), next));
  }

  /// The value that is the whole of a line; missing if there is none.
  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException broken) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
