package org.shilpi.data.log;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;

/// A text for each template, with its count and its first record as origin. The whole log is read
/// before the first of them is known; memory holds the templates alone.
final class TemplateReader implements RowReader {
  private static final int LONGEST_EXAMPLE = 2_000;

  private static final int PULSE = 200;

  private final LogRecords records;
  private final Templates templates = new Templates();
  private Iterator<Template> found = Collections.emptyIterator();
  private boolean mined;
  private Runnable pulse = () -> {};

  TemplateReader(LogRecords records) {
    this.records = records;
  }

  @Override
  public Optional<Row> next() throws IOException {
    if (!mined) {
      Optional<LogRecord> record = records.next();
      while (record.isPresent()) {
        if (templates.add(record.get()).isEmpty()) {
          LogRecord odd = record.get();
          return Optional.of(
              new Rejected(odd.number(), odd.text(), Reason.of("rejected.log-template")));
        }
        if (record.get().number() % PULSE == 0) {
          pulse.run();
        }
        record = records.next();
      }
      mined = true;
      found = templates.all().iterator();
    }
    return found.hasNext() ? Optional.of(row(found.next())) : Optional.empty();
  }

  private static Row row(Template template) {
    LogRecord first = template.first();
    Map<String, String> fields = first.fields();
    fields.put("count", Long.toString(template.count()));
    fields.put("line", Long.toString(first.line()));
    String parameters = String.join(", ", template.parameters());
    if (!parameters.isEmpty()) {
      fields.put("parameters", cut(parameters));
    }
    fields.put("example", cut(first.text()));
    return new Row.Text(first.number(), template.text(), Judgement.NONE, new Origin(fields));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_EXAMPLE) {
      return text;
    }
    boolean half = Character.isHighSurrogate(text.charAt(LONGEST_EXAMPLE - 1));
    return text.substring(0, half ? LONGEST_EXAMPLE - 1 : LONGEST_EXAMPLE);
  }

  @Override
  public void meanwhile(Runnable what) {
    pulse = what;
  }

  @Override
  public double share() {
    return records.share();
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
