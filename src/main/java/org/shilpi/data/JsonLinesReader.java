package org.shilpi.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.job.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON lines: one object a line, its fields are the columns. Strings, numbers and true/false
/// become cells; null and absent fields become empty ones; a list of one value counts as that
/// value.
final class JsonLinesReader implements RowReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final String name;
  private final List<String> columns;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long line;
  private long number;

  JsonLinesReader(String name, Reader in, Columns columns) {
    this.name = name;
    this.columns = columns.names();
    this.limit = new RowLimit(in);
    this.lines = new BufferedReader(limit);
  }

  /// The fields of the first lines, in order of appearance.
  static Columns columns(String sample) {
    Set<String> names = new LinkedHashSet<>();
    sample
        .lines()
        .limit(200)
        .forEach(line -> {
          try {
            names.addAll(JSON.readTree(line).propertyNames());
          } catch (JacksonException broken) {
            return; // turned away when the file is read
          }
        });
    return new Columns(new ArrayList<>(names), false);
  }

  @Override
  public Optional<Row> next() throws IOException {
    String next;
    do {
      limit.startRow();
      line++;
      try {
        next = lines.readLine();
      } catch (RowTooLong e) {
        throw Problem.causedBy(e, "problem.data.row-too-long", name, Long.toString(line));
      }
      if (next == null) {
        return Optional.empty();
      }
    } while (next.isBlank());
    number++;
    return Optional.of(row(next));
  }

  private Row row(String found) {
    JsonNode object;
    try {
      object = JSON.readTree(found);
    } catch (JacksonException broken) {
      return new Rejected(number, found, Reason.of("rejected.json"));
    }
    if (!object.isObject()) {
      return new Rejected(number, found, Reason.of("rejected.not-object"));
    }
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      JsonNode value = object.path(column);
      if (value.isArray() && value.size() <= 1) {
        value = value.path(0);
      }
      if (value.isContainer()) {
        return new Rejected(number, found, Reason.of("rejected.nested", column));
      }
      cells.add(value.isMissingNode() || value.isNull() ? "" : value.asString());
    }
    return new Row.Cells(number, cells);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
