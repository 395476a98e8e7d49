package org.shilpi.data.labeled;

import java.util.List;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;

/// One word a line with its tag in the last column, a blank line between texts, as the CoNLL tasks
/// and most published sets of marked words have it.
public final class ConllFormat implements Format {
  private static final int LINES = 400;

  @Override
  public String id() {
    return "conll";
  }

  /// Nearly all lines end in a tag, some of them mark something or end a text, and no line has room
  /// for a text.
  @Override
  public boolean recognises(Sample sample) {
    if (!sample.isText()) {
      return false;
    }
    List<String> lines = sample.text().lines().limit(LINES).toList();
    List<ConllLine> found = lines.stream().map(ConllLine::of).toList();
    long words = found.stream().filter(ConllLine.Word.class::isInstance).count();
    long odd = found.stream().filter(ConllLine.Odd.class::isInstance).count();
    boolean ends = found.stream().anyMatch(ConllLine.End.class::isInstance);
    boolean marks =
        found.stream()
            .anyMatch(line -> line instanceof ConllLine.Word word && !word.tag().isOutside());
    return words >= 2 && odd * 20 <= words && (ends || marks);
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    return Layout.labeled(ConllReader::new);
  }
}
