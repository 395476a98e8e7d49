package org.shilpi.data.table;

import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Separated;
import org.shilpi.data.Wanted;

/// Values separated by tabs.
public final class TsvFormat implements Format {
  @Override
  public String id() {
    return "tsv";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.isText() && sample.named(".tsv", ".tab");
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    Separated cells = wanted.cells();
    Separated tabs = cells.delimiter().isPresent() ? cells : cells.withDelimiter('\t');
    return CsvFormat.layout(CsvShape.find(tabs, sample), sample, wanted);
  }
}
