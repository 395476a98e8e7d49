package org.shilpi.data.labeled;

import java.io.OutputStream;
import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.OddRow;
import org.shilpi.data.Outgoing;

/// A text a line, its labels before it. What nobody has judged yet has none.
final class FastTextOut implements LabeledFormat {
  @Override
  public String id() {
    return "fasttext";
  }

  @Override
  public boolean keepsOrigin() {
    return false;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) {
    return new LineSink(out, FastTextOut::lines);
  }

  private static List<String> lines(Outgoing text) {
    LineSink.checkOneLine(text.text());
    if (text.text().startsWith(FastText.PREFIX)) {
      throw new OddRow("unwritable.like-label");
    }
    List<String> labels =
        switch (text.judgement()) {
          case Judgement.None none -> List.of();
          case Judgement.One one -> one.labels();
          // Nothing would tell it from a text that nobody has judged.
          case Judgement.Many(List<String> many) when many.isEmpty() ->
              throw new OddRow("unwritable.no-label");
          case Judgement.Many many -> many.labels();
          case Judgement.Spans spans -> throw new OddRow("unwritable.marks");
        };
    StringBuilder line = new StringBuilder();
    for (String label : labels) {
      if (label.chars().anyMatch(Character::isWhitespace)) {
        throw new OddRow("unwritable.label-space", label);
      }
      line.append(FastText.PREFIX).append(label).append(' ');
    }
    return List.of(line.append(text.text()).toString());
  }
}
