package org.shilpi.data.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the cells of a workbook show their numbers, by the number of the cell's style.
final class Styles {
  private final List<NumberStyle> styles = new ArrayList<>();
  private final boolean since1904;

  Styles(Workbook book) throws IOException {
    since1904 = book.since1904();
    Optional<Xml> found = book.xml("xl/styles.xml");
    if (found.isEmpty()) {
      return;
    }
    Map<String, NumberStyle> own = new HashMap<>();
    try (Xml xml = found.get()) {
      while (xml.next()) {
        if (xml.is("numFmt")) {
          own.put(xml.attribute("numFmtId"), NumberStyle.of(xml.attribute("formatCode")));
        } else if (xml.is("cellXfs")) {
          cells(xml, own);
        }
      }
    }
  }

  private void cells(Xml xml, Map<String, NumberStyle> own) throws IOException {
    while (xml.nextIn("cellXfs")) {
      if (xml.is("xf")) {
        String id = xml.attribute("numFmtId");
        NumberStyle style = own.get(id);
        styles.add(style == null ? NumberStyle.builtIn(number(id)) : style);
      }
    }
  }

  String show(String number, String style) {
    int at = style.isEmpty() ? 0 : number(style);
    NumberStyle shown = at >= 0 && at < styles.size() ? styles.get(at) : NumberStyle.GENERAL;
    return shown.show(number, since1904);
  }

  /// A number from 0, or -1.
  static int number(String digits) {
    try {
      return Integer.parseInt(digits.strip());
    } catch (NumberFormatException none) {
      return -1;
    }
  }
}
