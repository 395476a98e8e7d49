package org.shilpi.data.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Columns;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.data.labeled.LabelCell;
import org.shilpi.job.Problem;

/// The first sheet of an Excel workbook that has rows.
public final class XlsxFormat implements Format {
  private static final int SAMPLE_ROWS = 200;

  @Override
  public String id() {
    return "xlsx";
  }

  @Override
  public boolean recognises(Sample sample) {
    return sample.signature().startsWith("504b0304") && Workbook.isOne(sample.path());
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) throws IOException {
    try (Workbook book = Workbook.open(sample.path())) {
      List<String> strings = book.sharedStrings();
      Styles styles = new Styles(book);
      for (String sheet : book.sheets()) {
        List<List<String>> rows = first(book, sheet, strings, styles);
        if (!rows.isEmpty()) {
          int width = rows.stream().mapToInt(List::size).max().orElse(0);
          Columns columns =
              Columns.of(rows.stream().map(row -> XlsxReader.padded(row, width)).toList(), wanted);
          return Layout.table(
              columns,
              new LabelCell(wanted.task()),
              source -> XlsxReader.open(source, sheet, columns));
        }
      }
      throw Problem.of("problem.data.no-rows", book.name());
    }
  }

  private static List<List<String>> first(
      Workbook book, String sheet, List<String> strings, Styles styles) throws IOException {
    List<List<String>> first = new ArrayList<>();
    try (SheetRows rows = new SheetRows(book, sheet, strings, styles)) {
      Optional<List<String>> row = rows.next();
      while (row.isPresent() && first.size() <= SAMPLE_ROWS) {
        first.add(row.get());
        row = rows.next();
      }
    }
    return first;
  }
}
