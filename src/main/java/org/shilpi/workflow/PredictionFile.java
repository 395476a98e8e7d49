package org.shilpi.workflow;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scores;
import tools.jackson.databind.json.JsonMapper;

/// Answers on their way into a file: UTF-8 CSV (RFC 4180) with the header `text,label,confidence`,
/// or JSON lines with the same fields. Answers with several labels go into JSON lines only:
/// `{"text":"…","labels":["a"],"confidences":[0.9]}`, or with parts of the text
/// `{"text":"…","spans":[{"start":0,"end":4,"label":"a","confidence":0.9}]}` in UTF-16 code units.
final class PredictionFile {
  enum Format {
    CSV,
    JSONL
  }

  private record Line(String text, String label, double confidence) {}

  private record Labels(String text, List<String> labels, List<Double> confidences) {}

  private record Part(int start, int end, String label, double confidence) {}

  private record Parts(String text, List<Part> spans) {}

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
  /// @throws Problem for any other ending, or one that cannot hold the task's answers
  static Format format(Path file, TaskKind task) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      if (task != TaskKind.CLASSIFY) {
        throw Problem.of("problem.predict.several", file.toString());
      }
      return Format.CSV;
    }
    if (name.endsWith(".jsonl")) {
      return Format.JSONL;
    }
    throw Problem.of("problem.predict.format", file.toString());
  }

  /// Writes the answer about a text.
  ///
  /// @param at the text's place among the scores
  void write(String text, Scores scores, int at) throws IOException {
    if (!scores.spans().isEmpty()) {
      json(new Parts(text, scores.spans().get(at).stream().map(f -> part(f, scores)).toList()));
    } else if (scores.thresholds().length > 0) {
      json(labels(text, scores, scores.probabilities()[at]));
    } else {
      mostProbable(text, scores.labels(), scores.probabilities()[at]);
    }
  }

  private static Part part(FoundSpan found, Scores scores) {
    return new Part(
        found.span().start(),
        found.span().end(),
        scores.labels().get(found.span().label()),
        number(found.confidence()));
  }

  private static Labels labels(String text, Scores scores, float[] probabilities) {
    List<String> names = new ArrayList<>();
    List<Double> confidences = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= scores.thresholds()[k]) {
        names.add(scores.labels().get(k));
        confidences.add(number(probabilities[k]));
      }
    }
    return new Labels(text, names, confidences);
  }

  private void json(Object line) throws IOException {
    out.write(JSON.writeValueAsString(line));
    out.write('\n');
  }

  // As many digits as a 32-bit float has, and no more.
  private static double number(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private void mostProbable(String text, List<String> labels, float[] probabilities)
      throws IOException {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    double confidence = number(probabilities[best]);
    if (format == Format.CSV) {
      printer.printRecord(text, labels.get(best), confidence);
    } else {
      json(new Line(text, labels.get(best), confidence));
    }
  }

  void finish() throws IOException {
    printer.flush();
    out.flush();
  }
}
