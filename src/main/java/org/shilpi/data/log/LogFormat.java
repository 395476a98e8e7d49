package org.shilpi.data.log;

import java.util.List;
import org.shilpi.data.Format;
import org.shilpi.data.Layout;
import org.shilpi.data.Sample;
import org.shilpi.data.Wanted;

/// Log files, told by the moments that their records begin with: as templates with one example
/// each, or record by record.
public final class LogFormat implements Format {
  private static final int LINES = 400;

  private final boolean templates;

  private LogFormat(boolean templates) {
    this.templates = templates;
  }

  /// One text for all records that were written with the same template.
  public static LogFormat templates() {
    return new LogFormat(true);
  }

  /// A text for each record.
  public static LogFormat records() {
    return new LogFormat(false);
  }

  @Override
  public String id() {
    return templates ? "log" : "log-records";
  }

  /// Repetition is what makes a log unfit to be labeled line by line, so templates come first.
  @Override
  public boolean recognises(Sample sample) {
    return templates
        && sample.isText()
        && !sample.named(".csv", ".tsv", ".tab")
        && hasHeads(sample);
  }

  private static boolean hasHeads(Sample sample) {
    List<String> lines =
        sample.text().lines().filter(line -> !line.isBlank()).limit(LINES).toList();
    long heads = lines.stream().filter(line -> LogHead.of(line).isPresent()).count();
    boolean begins = !lines.isEmpty() && LogHead.of(lines.getFirst()).isPresent();
    long inside = lines.stream().filter(line -> Character.isWhitespace(line.charAt(0))).count();
    return begins && heads >= 2 && (heads + inside) * 10 >= lines.size() * 6L;
  }

  @Override
  public Layout layout(Sample sample, Wanted wanted) {
    boolean heads = hasHeads(sample);
    return Layout.labeled(source -> {
      LogRecords records = new LogRecords(source, heads);
      return templates ? new TemplateReader(records) : new RecordReader(records);
    });
  }
}
