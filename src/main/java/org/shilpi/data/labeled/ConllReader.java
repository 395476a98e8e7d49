package org.shilpi.data.labeled;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowLimit;
import org.shilpi.data.RowLimit.RowTooLong;
import org.shilpi.data.RowReader;
import org.shilpi.data.Source;
import org.shilpi.data.labeled.ConllLine.Word;
import org.shilpi.job.Problem;

/// Texts out of words, put together again with single spaces. A text with a line that has no word
/// or no tag is turned away whole: its marks could be anywhere.
final class ConllReader implements RowReader {
  private final Source source;
  private final RowLimit limit;
  private final BufferedReader lines;
  private long line;
  private long number;

  ConllReader(Source source) throws IOException {
    this.source = source;
    this.limit = new RowLimit(source.characters());
    this.lines = new BufferedReader(limit);
  }

  @Override
  public Optional<Row> next() throws IOException {
    limit.startRow();
    List<String> found = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    Optional<Reason> odd = Optional.empty();
    Optional<String> next = line();
    while (next.isPresent()) {
      switch (ConllLine.of(next.get())) {
        case Word word -> words.add(word);
        case ConllLine.Comment comment -> {}
        case ConllLine.Odd bad ->
            odd = odd.or(() -> Optional.of(Reason.of("rejected.conll", Long.toString(line))));
        case ConllLine.End end -> {
          if (!found.isEmpty()) {
            return Optional.of(row(found, words, odd));
          }
        }
      }
      if (!(ConllLine.of(next.get()) instanceof ConllLine.End)) {
        found.add(next.get());
      }
      next = line();
    }
    return words.isEmpty() && odd.isEmpty()
        ? Optional.empty()
        : Optional.of(row(found, words, odd));
  }

  private Optional<String> line() throws IOException {
    line++;
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (RowTooLong e) {
      throw Problem.causedBy(e, "problem.data.row-too-long", source.name(), Long.toString(line));
    }
  }

  private Row row(List<String> found, List<Word> words, Optional<Reason> odd) {
    number++;
    if (odd.isPresent()) {
      return new Rejected(number, String.join("\n", found), odd.get());
    }
    return text(words);
  }

  private Row text(List<Word> words) {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    String open = "";
    int start = 0;
    for (Word word : words) {
      boolean goesOn = !open.isEmpty() && !word.tag().starts() && word.tag().label().equals(open);
      if (!open.isEmpty() && !goesOn) {
        marks.add(new Mark(start, text.length(), open));
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      if (!goesOn) {
        start = text.length();
      }
      text.append(word.word());
      open = word.tag().label();
      if (word.tag().ends() && !open.isEmpty()) {
        marks.add(new Mark(start, text.length(), open));
        open = "";
      }
    }
    if (!open.isEmpty()) {
      marks.add(new Mark(start, text.length(), open));
    }
    return new Row.Text(number, text.toString(), new Judgement.Spans(marks), Origin.UNKNOWN);
  }

  @Override
  public double share() {
    return source.share();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
