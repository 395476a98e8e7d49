package org.shilpi.data.labeled;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.OddRow;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Words;

/// A word a line with its tag in IOB2, a blank line after each text. Where single spaces between
/// the words would not give the text back, it stands before them as `# text = …`, as in CoNLL-U.
final class ConllOut implements LabeledFormat {
  @Override
  public String id() {
    return "conll";
  }

  @Override
  public boolean keepsOrigin() {
    return false;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) {
    return new LineSink(out, ConllOut::lines);
  }

  private static List<String> lines(Outgoing text) {
    LineSink.checkOneLine(text.text());
    List<Mark> marks =
        switch (text.judgement()) {
          case Judgement.Spans spans -> spans.marks();
          case Judgement.None none -> throw new OddRow("unwritable.not-judged");
          case Judgement.One one -> throw new OddRow("unwritable.whole-text");
          case Judgement.Many many -> throw new OddRow("unwritable.whole-text");
        };
    marks.forEach(mark -> check(mark, text.text()));
    List<String> lines = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int next = 0;
    for (Piece piece : pieces(text.text(), marks)) {
      while (next < marks.size() && marks.get(next).end() <= piece.start()) {
        next++;
      }
      boolean inside = next < marks.size() && marks.get(next).start() <= piece.start();
      String tag = "O";
      if (inside) {
        Mark mark = marks.get(next);
        tag = (mark.start() == piece.start() ? "B-" : "I-") + mark.label();
      }
      String word = text.text().substring(piece.start(), piece.end());
      joined.append(joined.isEmpty() ? "" : " ").append(word);
      lines.add(word + "\t" + tag);
    }
    if (!joined.toString().equals(text.text())) {
      lines.addFirst(ConllLine.TEXT + text.text());
    }
    lines.add("");
    return lines;
  }

  private static void check(Mark mark, String text) {
    if (Words.isSpace(text.codePointAt(mark.start()))
        || Words.isSpace(text.codePointBefore(mark.end()))) {
      throw new OddRow("unwritable.mark-space");
    }
    if (mark.label().indexOf('\t') >= 0 || !mark.label().strip().equals(mark.label())) {
      throw new OddRow("unwritable.label-space", mark.label());
    }
    LineSink.checkOneLine(mark.label());
  }

  private record Piece(int start, int end) {}

  // Words, cut where a mark begins or ends within one.
  private static List<Piece> pieces(String text, List<Mark> marks) {
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (Words.isBoundary(text, at) || isEdge(marks, at)) {
        if (!Words.isSpace(text.codePointAt(start))) {
          pieces.add(new Piece(start, at));
        }
        start = at;
      }
    }
    return pieces;
  }

  private static boolean isEdge(List<Mark> marks, int at) {
    return marks.stream().anyMatch(mark -> mark.start() == at || mark.end() == at);
  }
}
