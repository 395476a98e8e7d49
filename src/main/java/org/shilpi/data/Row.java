package org.shilpi.data;

import java.util.List;

/// One record of a file, as its reader found it.
public sealed interface Row permits Row.Cells, Row.Text, Rejected {
  /// Record number from 1, the header not counted.
  long number();

  /// A record that could be read.
  ///
  /// @param cells one a column; empty where a JSON line lacks the field
  record Cells(long number, List<String> cells) implements Row {
    public Cells {
      cells = List.copyOf(cells);
    }
  }

  /// A record that its format itself tells apart into text, labels and origin: no columns to map.
  record Text(long number, String text, Judgement judgement, Origin origin) implements Row {}
}
