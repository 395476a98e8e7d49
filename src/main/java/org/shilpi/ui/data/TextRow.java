package org.shilpi.ui.data;

import java.util.LinkedHashSet;
import java.util.List;
import org.shilpi.data.Labeled;
import org.shilpi.data.Split;

/// A text in the table.
///
/// @param text its first characters on one line, empty while its page is being read
/// @param label empty for none
/// @param colour place of the label in the project, -1 for none
record TextRow(long number, String text, String label, int colour, Split split) {
  private static final int MOST = 300;

  static TextRow of(Labeled found, List<String> labels) {
    String line = found.text().length() > MOST ? found.text().substring(0, MOST) : found.text();
    return new TextRow(
        found.id(),
        line.replaceAll("\\s+", " ").strip(),
        String.join(", ", new LinkedHashSet<>(found.judgement().labels())),
        found.judgement().labels().stream().mapToInt(labels::indexOf).findFirst().orElse(-1),
        found.split());
  }

  static TextRow waiting(long number) {
    return new TextRow(number, "", "", -1, Split.NONE);
  }
}
