package org.shilpi.data.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shilpi.data.Columns;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.data.json.JsonRecords;
import org.shilpi.data.json.JsonSample;
import org.shilpi.data.labeled.LabelCell;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;

/// Objects whose fields are columns: one object a line, or a list of them. Fields that only ever
/// hold further objects are no columns.
public final class JsonFormat implements Format {
  private final boolean lines;

  private JsonFormat(boolean lines) {
    this.lines = lines;
  }

  /// One object a line.
  public static JsonFormat lines() {
    return new JsonFormat(true);
  }

  /// A list of objects, which may lie inside an object.
  public static JsonFormat list() {
    return new JsonFormat(false);
  }

  @Override
  public String id() {
    return lines ? "jsonl" : "json";
  }

  @Override
  public boolean recognises(Sample sample) {
    return JsonSample.of(sample).filter(json -> json.lines() == lines).isPresent();
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    List<JsonNode> records =
        JsonSample.of(sample)
            .filter(json -> json.lines() == lines)
            .map(JsonSample::records)
            .orElse(List.of());
    Columns columns = columns(records);
    if (columns.names().isEmpty()) {
      throw Problem.of("problem.data.no-columns", sample.name());
    }
    return Layout.table(
        columns,
        new LabelCell(wanted.task()),
        source -> new JsonTableReader(source, JsonRecords.open(source, lines), columns.names()));
  }

  private static Columns columns(List<JsonNode> records) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode record : records) {
      record
          .properties()
          .forEach(field -> {
            if (JsonCell.of(field.getValue()).isPresent()) {
              names.add(field.getKey());
            }
          });
    }
    return new Columns(new ArrayList<>(names), false);
  }
}
