package org.shilpi.data;

import java.io.IOException;
import java.util.List;

/// How one file is to be read, as its format found it.
///
/// @param columns what its rows hold
/// @param mapped whether the user may say what the columns mean; else the format itself knows, and
///   the columns are only for the eye
/// @param delimiter between cells, or [#NO_DELIMITER]
/// @param quoted whether double quotes wrap cells
/// @param labels reads the cells of the label's column
public record Layout(
    Columns columns,
    boolean mapped,
    char delimiter,
    boolean quoted,
    LabelReader labels,
    Opening opening) {
  public static final char NO_DELIMITER = '\0';

  private static final Columns TEXT_AND_LABEL = new Columns(List.of("text", "label"), false);

  /// Starts reading.
  @FunctionalInterface
  public interface Opening {
    RowReader open(Source source) throws IOException;
  }

  /// Rows of cells.
  public static Layout table(Columns columns, LabelReader labels, Opening opening) {
    return new Layout(columns, true, NO_DELIMITER, false, labels, opening);
  }

  /// Rows that come as text and judgement.
  public static Layout labeled(Opening opening) {
    return new Layout(TEXT_AND_LABEL, false, NO_DELIMITER, false, LabelReader.NAME, opening);
  }
}
