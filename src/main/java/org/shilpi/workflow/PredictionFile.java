package org.shilpi.workflow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shilpi.job.Problem;
import tools.jackson.databind.json.JsonMapper;

/// Answers on their way into a file: UTF-8 CSV (RFC 4180) with the header `text,label,confidence`,
/// or JSON lines with the same fields.
final class PredictionFile {
  enum Format {
    CSV,
    JSONL
  }

  private record Line(String text, String label, double confidence) {}

  private static final JsonMapper JSON = new JsonMapper();

  private final Writer out;
  private final Format format;
  private final CSVPrinter printer;

  PredictionFile(OutputStream stream, Format format) throws IOException {
    this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    this.format = format;
    this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    if (format == Format.CSV) {
      printer.printRecord("text", "label", "confidence");
    }
  }

  /// The format that a file's ending asks for.
  ///
  /// @throws Problem for any other ending
  static Format format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Format.CSV;
    }
    if (name.endsWith(".jsonl")) {
      return Format.JSONL;
    }
    throw Problem.of("problem.predict.format", file.toString());
  }

  /// Writes the most probable label of a text.
  void write(String text, List<String> labels, float[] probabilities) throws IOException {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    // As many digits as a 32-bit float has, and no more.
    double confidence = Double.parseDouble(Float.toString(probabilities[best]));
    if (format == Format.CSV) {
      printer.printRecord(text, labels.get(best), confidence);
    } else {
      out.write(JSON.writeValueAsString(new Line(text, labels.get(best), confidence)));
      out.write('\n');
    }
  }

  void finish() throws IOException {
    printer.flush();
    out.flush();
  }
}
