package org.shilpi.ui.data;

import java.util.ArrayList;
import java.util.List;

/// One of a file's first rows, as it will be seen while labeling.
///
/// @param number of the row, from 1
/// @param text may be empty: such a row will stay out
/// @param label empty for none
/// @param colour place of the label among those of the first rows, -1 for none
record PreviewText(int number, String text, String label, int colour) {
  private static final int MOST = 400;

  static List<PreviewText> all(FilePreview preview) {
    List<String> labels = preview.labels();
    List<PreviewText> all = new ArrayList<>();
    for (List<String> row : preview.rows()) {
      String text = FilePreview.cell(row, preview.text());
      String label =
          preview.label().map(column -> FilePreview.cell(row, column).strip()).orElse("");
      String cut = text.length() > MOST ? text.substring(0, MOST) : text;
      all.add(
          new PreviewText(
              all.size() + 1,
              cut.replaceAll("\\s+", " ").strip(),
              label,
              label.isEmpty() ? -1 : labels.indexOf(label)));
    }
    return all;
  }
}
