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
import org.shilpi.data.Mapping.Mapped;
import org.shilpi.data.Origin;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Scores;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers on their way into a file: UTF-8 CSV (RFC 4180) with the header
/// `text,label,confidence,row` and the fields of the origins, or JSON lines with the same fields,
/// those of the origin under `meta`. Answers with several labels go into JSON lines only:
/// `{"text":"…","labels":["a"],"confidences":[0.9],…}`, or with parts of the text
/// `{"text":"…","spans":[{"start":0,"end":4,"label":"a","confidence":0.9}],…}` in UTF-16 code
/// units. What was turned away shows in the rows' numbers.
final class PredictionFile {
  enum Format {
    CSV,
    JSONL
  }

  private static final JsonMapper JSON = new JsonMapper();

  private final Writer out;
  private final Format format;
  private final List<String> fields;
  private final CSVPrinter printer;

  /// @param fields of the origins that a table has columns for
  PredictionFile(OutputStream stream, Format format, List<String> fields) throws IOException {
    this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    this.format = format;
    this.fields = fields;
    this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
    if (format == Format.CSV) {
      List<String> header = new ArrayList<>(List.of("text", "label", "confidence", "row"));
      fields.forEach(field -> header.add(Origin.column(field)));
      printer.printRecord(header);
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
  void write(Mapped.Text row, Scores scores, int at) throws IOException {
    ObjectNode line = JSON.createObjectNode().put("text", row.text());
    if (!scores.spans().isEmpty()) {
      parts(line.putArray("spans"), scores.spans().get(at), scores.labels());
    } else if (scores.thresholds().length > 0) {
      labels(line, scores, scores.probabilities()[at]);
    } else {
      float[] probabilities = scores.probabilities()[at];
      int best = mostProbable(probabilities);
      if (format == Format.CSV) {
        table(row, scores.labels().get(best), number(probabilities[best]));
        return;
      }
      line.put("label", scores.labels().get(best)).put("confidence", number(probabilities[best]));
    }
    line.put("row", row.number());
    if (!row.origin().fields().isEmpty()) {
      ObjectNode meta = line.putObject("meta");
      row.origin().fields().forEach(meta::put);
    }
    out.write(JSON.writeValueAsString(line));
    out.write('\n');
  }

  private static void parts(ArrayNode parts, List<FoundSpan> spans, List<String> labels) {
    for (FoundSpan found : spans) {
      parts
          .addObject()
          .put("start", found.span().start())
          .put("end", found.span().end())
          .put("label", labels.get(found.span().label()))
          .put("confidence", number(found.confidence()));
    }
  }

  private static void labels(ObjectNode line, Scores scores, float[] probabilities) {
    ArrayNode names = line.putArray("labels");
    ArrayNode confidences = line.putArray("confidences");
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= scores.thresholds()[k]) {
        names.add(scores.labels().get(k));
        confidences.add(number(probabilities[k]));
      }
    }
  }

  private void table(Mapped.Text row, String label, double confidence) throws IOException {
    List<Object> cells = new ArrayList<>(List.of(row.text(), label, confidence, row.number()));
    fields.forEach(field -> cells.add(row.origin().field(field).orElse("")));
    printer.printRecord(cells);
  }

  // As many digits as a 32-bit float has, and no more.
  private static double number(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private static int mostProbable(float[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  void finish() throws IOException {
    printer.flush();
    out.flush();
  }
}
