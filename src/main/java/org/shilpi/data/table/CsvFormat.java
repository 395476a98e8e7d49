package org.shilpi.data.table;

import org.shilpi.data.Columns;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.data.labeled.LabelCell;

/// Values separated by commas, semicolons, tabs or pipes. Takes any text that no other format
/// recognises.
public final class CsvFormat implements Format {
  @Override
  public String id() {
    return "csv";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.isText();
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    return layout(CsvShape.find(wanted.cells(), sample), sample, wanted);
  }

  static Layout layout(CsvShape shape, Sample sample, Wanted wanted) {
    Columns columns = Columns.of(shape.records(sample.text(), sample.cut()), wanted);
    return new Layout(
        columns,
        true,
        shape.delimiter(),
        shape.quoted(),
        new LabelCell(wanted.task()),
        source -> new CsvReader(source, shape, columns));
  }
}
