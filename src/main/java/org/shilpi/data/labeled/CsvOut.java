package org.shilpi.data.labeled;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Reason;
import tools.jackson.databind.node.ArrayNode;

/// A table with the columns `text` and `label` and one for each field of the origins. Several
/// labels are a JSON list in their cell, marks a list of `[start, end, label]` counted in code
/// points.
final class CsvOut implements LabeledFormat {
  @Override
  public String id() {
    return "csv";
  }

  @Override
  public boolean keepsOrigin() {
    return true;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) throws IOException {
    CSVPrinter printer =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    List<String> header = new ArrayList<>(List.of("text", "label"));
    outline.fields().forEach(field -> header.add(Origin.column(field)));
    printer.printRecord(header);
    return new CsvSink(printer, outline.fields());
  }

  private record CsvSink(CSVPrinter printer, List<String> fields) implements Sink {
    @Override
    public Optional<Reason> write(Outgoing text) throws IOException {
      List<String> cells = new ArrayList<>(List.of(text.text(), label(text)));
      for (String field : fields) {
        cells.add(text.origin().field(field).orElse(""));
      }
      printer.printRecord(cells);
      return Optional.empty();
    }

    @Override
    public void finish() throws IOException {
      printer.flush();
    }
  }

  private static String label(Outgoing text) {
    return switch (text.judgement()) {
      case Judgement.None() -> "";
      case Judgement.One(String label) -> label;
      case Judgement.Many many -> {
        ArrayNode labels = JsonSink.array();
        many.labels().forEach(labels::add);
        yield labels.toString();
      }
      case Judgement.Spans spans -> JsonSink.triples(spans, text.text()).toString();
    };
  }
}
