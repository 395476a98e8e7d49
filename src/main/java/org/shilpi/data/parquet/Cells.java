package org.shilpi.data.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.RowReader;
import tools.jackson.databind.json.JsonMapper;

/// The cells of a column in some rows. A list of one value is that value, a longer one a JSON list,
/// as in tables out of JSON; values in it that are missing are left out.
final class Cells {
  private final Pages pages;
  private final boolean listed;
  private boolean ahead;

  Cells(Pages pages, Column column) throws IOException {
    this.pages = pages;
    this.listed = column.repetition() > 0;
    this.ahead = listed && pages.step();
  }

  /// The next row's cell, empty where its value is missing.
  String next() throws IOException {
    if (listed) {
      return list();
    }
    if (!pages.step()) {
      throw new Broken("fewer values than rows");
    }
    return pages.text();
  }

  private String list() throws IOException {
    if (!ahead || pages.repetition() != 0) {
      throw new Broken("fewer lists than rows");
    }
    List<String> values = new ArrayList<>();
    long characters = 0;
    do {
      if (pages.present()) {
        values.add(pages.text());
        characters += pages.text().length() + 1;
      }
      if (characters > RowReader.LONGEST_ROW) {
        throw new Broken("a list that does not end");
      }
      ahead = pages.step();
    } while (ahead && pages.repetition() > 0);
    return switch (values.size()) {
      case 0 -> "";
      case 1 -> values.getFirst();
      default -> JsonMapper.shared().writeValueAsString(values);
    };
  }

  /// Goes to the end.
  ///
  /// @throws Broken if there is more
  void end() throws IOException {
    if (ahead || !listed && pages.step()) {
      throw new Broken("more values than rows");
    }
  }
}
