package org.shilpi.data.log;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;

/// A text for each record, whole, with what its head says as origin.
final class RecordReader implements RowReader {
  private final LogRecords records;

  RecordReader(LogRecords records) {
    this.records = records;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return records.next().map(RecordReader::row);
  }

  private static Row row(LogRecord record) {
    Map<String, String> fields = record.fields();
    fields.put("line", Long.toString(record.line()));
    return new Row.Text(record.number(), record.text(), Judgement.NONE, new Origin(fields));
  }

  @Override
  public double share() {
    return records.share();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
