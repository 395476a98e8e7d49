package org.shilpi.data.labeled;

import java.util.List;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.data.json.JsonRecords;
import org.shilpi.data.json.JsonSample;
import tools.jackson.databind.JsonNode;

/// JSON records of one shape, one a line or in a list.
public final class RecordFormat implements Format {
  private final RecordShape shape;

  private RecordFormat(RecordShape shape) {
    this.shape = shape;
  }

  /// All shapes, the most unlike any other first.
  public static List<Format> all() {
    return List.of(
        new RecordFormat(new Presidio()),
        new RecordFormat(new Nlupp()),
        new RecordFormat(new LabelStudio()),
        new RecordFormat(new Spacy()),
        new RecordFormat(new Doccano()));
  }

  @Override
  public String id() {
    return shape.id();
  }

  @Override
  public boolean recognises(Sample sample) {
    return JsonSample.of(sample)
        .filter(json -> !json.records().isEmpty() && fits(json.records()))
        .isPresent();
  }

  // A few odd rows do not make it another format.
  private boolean fits(List<JsonNode> records) {
    long fitting = records.stream().filter(shape::fits).count();
    return fitting * 5 >= records.size() * 4L
        && records.stream().anyMatch(record -> shape.fits(record) && shape.proves(record));
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    boolean lines = JsonSample.of(sample).map(JsonSample::lines).orElse(true);
    return Layout.labeled(
        source -> new RecordReader(source, JsonRecords.open(source, lines), shape, wanted.task()));
  }
}
