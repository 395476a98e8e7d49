package org.shilpi.data.labeled;

import java.io.IOException;
import java.util.Optional;
import org.shilpi.data.OddRow;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.data.json.JsonRecord;
import org.shilpi.data.json.JsonRecords;
import org.shilpi.data.labeled.RecordShape.Said;
import org.shilpi.project.TaskKind;

/// Labeled texts out of JSON records.
final class RecordReader implements RowReader {
  private final Source source;
  private final JsonRecords records;
  private final RecordShape shape;
  private final Optional<TaskKind> task;

  RecordReader(Source source, JsonRecords records, RecordShape shape, Optional<TaskKind> task) {
    this.source = source;
    this.records = records;
    this.shape = shape;
    this.task = task;
  }

  @Override
  public Optional<Row> next() throws IOException {
    return records.next().map(this::row);
  }

  private Row row(JsonRecord record) {
    if (record.broken()) {
      return new Rejected(record.number(), record.raw(), Reason.of("rejected.json"));
    }
    try {
      Said said = shape.read(record.node(), task);
      return new Row.Text(record.number(), said.text(), said.judgement(), said.origin());
    } catch (OddRow odd) {
      return new Rejected(record.number(), record.raw(), odd.reason());
    }
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
