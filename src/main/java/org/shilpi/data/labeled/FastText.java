package org.shilpi.data.labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Format;
import org.shilpi.data.Judgement;
import org.shilpi.data.Layout;
import org.shilpi.data.LineReader;
import org.shilpi.data.Origin;
import org.shilpi.data.Row;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;
import org.shilpi.project.TaskKind;

/// fastText's training files: a text a line, before it its labels, each with `__label__`.
public final class FastText implements Format {
  static final String PREFIX = "__label__";

  @Override
  public String id() {
    return "fasttext";
  }

  @Override
  public boolean recognises(Sample sample) {
    List<String> lines = sample.text().lines().filter(line -> !line.isBlank()).limit(400).toList();
    long labeled = lines.stream().filter(line -> line.startsWith(PREFIX)).count();
    return labeled > 0 && labeled * 2 >= lines.size();
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    return Layout.labeled(
        source -> new LineReader(source, (number, line) -> row(number, line, wanted.task())));
  }

  private static Row row(long number, String line, Optional<TaskKind> task) {
    List<String> labels = new ArrayList<>();
    int at = 0;
    while (line.startsWith(PREFIX, at)) {
      int end = at;
      while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
        end++;
      }
      labels.add(line.substring(at + PREFIX.length(), end));
      at = Math.min(end + 1, line.length());
    }
    return new Row.Text(
        number,
        line.substring(at),
        labels.isEmpty() ? Judgement.NONE : Choices.of(labels, task),
        Origin.UNKNOWN);
  }
}
