package org.shilpi.data.table;

import java.util.List;
import org.shilpi.data.Columns;
import org.shilpi.data.Format;
import org.shilpi.data.LabelReader;
import org.shilpi.data.Layout;
import org.shilpi.data.LineReader;
import org.shilpi.data.Row;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;

/// Plain text, one text a line. Nothing in it tells it from a table with one column but its name.
public final class LinesFormat implements Format {
  @Override
  public String id() {
    return "txt";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.isText() && sample.named(".txt", ".log");
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    return Layout.table(
        new Columns(List.of("text"), false),
        LabelReader.NAME,
        source -> new LineReader(source, (number, line) -> new Row.Cells(number, List.of(line))));
  }
}
