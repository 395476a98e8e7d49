package org.shilpi.data.labeled;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/// Texts out of words. A text with a line that has no word or no tag is turned away whole: its
/// marks could be anywhere.
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
    Optional<String> text = Optional.empty();
    Optional<Reason> odd = Optional.empty();
    for (Optional<String> next = line(); next.isPresent(); next = line()) {
      switch (ConllLine.of(next.get())) {
        case Word word -> words.add(word);
        case ConllLine.Comment(Optional<String> whole) -> text = whole.isPresent() ? whole : text;
        case ConllLine.Odd bad ->
            odd = odd.or(() -> Optional.of(Reason.of("rejected.conll", Long.toString(line))));
        case ConllLine.End end -> {
          if (!words.isEmpty() || odd.isPresent()) {
            return Optional.of(row(found, words, text, odd));
          }
          found.clear();
          continue;
        }
      }
      found.add(next.get());
    }
    return words.isEmpty() && odd.isEmpty()
        ? Optional.empty()
        : Optional.of(row(found, words, text, odd));
  }

  private Optional<String> line() throws IOException {
    line++;
    try {
      return Optional.ofNullable(lines.readLine());
    } catch (RowTooLong e) {
      throw Problem.causedBy(e, "problem.data.row-too-long", source.name(), Long.toString(line));
    }
  }

  private Row row(
      List<String> found, List<Word> words, Optional<String> text, Optional<Reason> odd) {
    number++;
    if (odd.isPresent()) {
      return new Rejected(number, String.join("\n", found), odd.get());
    }
    ConllText read =
        text.flatMap(whole -> ConllText.in(whole, words)).orElseGet(() -> ConllText.joined(words));
    return new Row.Text(number, read.text(), read.judgement(), Origin.UNKNOWN);
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
