package org.shilpi.data.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.RowReader;
import org.shilpi.job.Problem;

/// Streams the rows of a sheet that hold anything, each as long as its last filled cell.
final class SheetRows implements Closeable {
  /// The last column is XFD.
  private static final int MOST_COLUMNS = 16_384;

  private final Workbook book;
  private final Xml xml;
  private final List<String> strings;
  private final Styles styles;

  SheetRows(Workbook book, String part, List<String> strings, Styles styles) throws IOException {
    this.book = book;
    this.xml =
        book.xml(part).orElseThrow(() -> Problem.of("problem.data.xlsx-broken", book.name()));
    this.strings = strings;
    this.styles = styles;
  }

  /// The next row; empty at the end.
  Optional<List<String>> next() throws IOException {
    while (xml.next()) {
      if (xml.is("row")) {
        List<String> row = row();
        if (!row.isEmpty()) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private List<String> row() throws IOException {
    List<String> cells = new ArrayList<>();
    long characters = 0;
    int column = 0;
    while (xml.nextIn("row")) {
      if (!xml.is("c")) {
        continue;
      }
      int named = column(xml.attribute("r"));
      column = named >= 0 ? named : column;
      String cell = cell(xml.attribute("t"), xml.attribute("s"));
      characters += cell.length();
      if (column >= MOST_COLUMNS || characters > RowReader.LONGEST_ROW) {
        throw Problem.of("problem.data.xlsx-large", book.name());
      }
      if (!cell.isEmpty()) {
        while (cells.size() <= column) {
          cells.add("");
        }
        cells.set(column, cell);
      }
      column++;
    }
    return cells;
  }

  // "BC12" is column 54; -1 where no column is named.
  private static int column(String reference) {
    int column = 0;
    int at = 0;
    while (at < reference.length()
        && at < 4
        && reference.charAt(at) >= 'A'
        && reference.charAt(at) <= 'Z') {
      column = column * 26 + reference.charAt(at) - 'A' + 1;
      at++;
    }
    return column - 1;
  }

  private String cell(String type, String style) throws IOException {
    String value = "";
    while (xml.nextIn("c")) {
      if (xml.is("v")) {
        value = xml.text("v", "");
      } else if (xml.is("is")) {
        value = xml.text("t", "rPh");
      }
    }
    return switch (type) {
      case "s" -> {
        int at = Styles.number(value);
        yield at >= 0 && at < strings.size() ? strings.get(at) : "";
      }
      case "b" -> value.equals("1") ? "TRUE" : value.isEmpty() ? "" : "FALSE";
      case "str", "inlineStr", "e", "d" -> value;
      default -> value.isEmpty() ? "" : styles.show(value, style);
    };
  }

  double share() {
    return xml.share();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
