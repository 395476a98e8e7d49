package org.shilpi.data.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Columns;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;

/// Rows of cells out of one sheet.
final class XlsxReader implements RowReader {
  private final Workbook book;
  private final SheetRows rows;
  private final int width;
  private long number;

  private XlsxReader(Workbook book, SheetRows rows, int width) {
    this.book = book;
    this.rows = rows;
    this.width = width;
  }

  static XlsxReader open(Source source, String sheet, Columns columns) throws IOException {
    // A zip is read from its end: by its path.
    source.close();
    Workbook book = Workbook.open(source.path());
    boolean opened = false;
    try {
      SheetRows rows = new SheetRows(book, sheet, book.sharedStrings(), new Styles(book));
      if (columns.header()) {
        rows.next();
      }
      opened = true;
      return new XlsxReader(book, rows, columns.names().size());
    } finally {
      if (!opened) {
        book.close();
      }
    }
  }

  @Override
  public Optional<Row> next() throws IOException {
    number++;
    return rows.next().map(this::row);
  }

  private Row row(List<String> cells) {
    if (cells.size() > width) {
      return new Rejected(
          number,
          String.join("\t", cells),
          Reason.of(
              "rejected.many-cells", Integer.toString(cells.size()), Integer.toString(width)));
    }
    return new Row.Cells(number, padded(cells, width));
  }

  /// As long as the others: empty cells at the end of a row are not in the file.
  static List<String> padded(List<String> cells, int width) {
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() < width) {
      padded.add("");
    }
    return padded;
  }

  @Override
  public double share() {
    return rows.share();
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      book.close();
    }
  }
}
