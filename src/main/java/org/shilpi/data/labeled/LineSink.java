package org.shilpi.data.labeled;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.OddRow;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Reason;
import org.shilpi.data.labeled.LabeledFormat.Sink;

/// Writes lines of plain text, which cannot hold every text and label.
final class LineSink implements Sink {
  /// The lines of a text.
  @FunctionalInterface
  interface Form {
    /// @throws OddRow if the format cannot hold the text
    List<String> lines(Outgoing text);
  }

  private final Writer out;
  private final Form form;

  LineSink(OutputStream out, Form form) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.form = form;
  }

  @Override
  public Optional<Reason> write(Outgoing text) throws IOException {
    List<String> lines;
    try {
      lines = form.lines(text);
    } catch (OddRow odd) {
      return Optional.of(odd.reason());
    }
    for (String line : lines) {
      out.write(line);
      out.write('\n');
    }
    return Optional.empty();
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  /// @throws OddRow if this would be several lines
  static void checkOneLine(String text) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new OddRow("unwritable.line-break");
    }
  }
}
