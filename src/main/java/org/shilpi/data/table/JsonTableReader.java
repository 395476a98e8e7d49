package org.shilpi.data.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.data.json.JsonRecord;
import org.shilpi.data.json.JsonRecords;

/// Rows of cells out of JSON objects.
final class JsonTableReader implements RowReader {
  private final Source source;
  private final JsonRecords records;
  private final List<String> columns;

  JsonTableReader(Source source, JsonRecords records, List<String> columns) {
    this.source = source;
    this.records = records;
    this.columns = columns;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return records.next().map(this::row);
  }

  private Row row(JsonRecord record) {
    if (record.broken()) {
      return rejected(record, Reason.of("rejected.json"));
    }
    if (!record.node().isObject()) {
      return rejected(record, Reason.of("rejected.not-object"));
    }
    List<String> cells = new ArrayList<>();
    for (String column : columns) {
      Optional<String> cell = JsonCell.of(record.node().path(column));
      if (cell.isEmpty()) {
        return rejected(record, Reason.of("rejected.nested", column));
      }
      cells.add(cell.get());
    }
    return new Row.Cells(record.number(), cells);
  }

  private static Row rejected(JsonRecord record, Reason reason) {
    return new Rejected(record.number(), record.raw(), reason);
  }

  @Override
  public double share() {
    return source.share();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
