package org.shilpi.data.labeled;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Outgoing;
import org.shilpi.data.Reason;
import org.shilpi.data.labeled.LabeledFormat.Sink;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a JSON record for each text: one a line, or in a list. JSON can hold every text.
final class JsonSink implements Sink {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Writer out;
  private final boolean lines;
  private final Function<Outgoing, ObjectNode> record;
  private boolean begun;

  JsonSink(OutputStream out, boolean lines, Function<Outgoing, ObjectNode> record) {
    this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.lines = lines;
    this.record = record;
  }

  @Override
  public Optional<Reason> write(Outgoing text) throws IOException {
    if (!lines) {
      out.write(begun ? ",\n" : "[\n");
    }
    begun = true;
    out.write(JSON.writeValueAsString(record.apply(text)));
    if (lines) {
      out.write('\n');
    }
    return Optional.empty();
  }

  @Override
  public void finish() throws IOException {
    if (!lines) {
      out.write(begun ? "\n]\n" : "[]\n");
    }
    out.flush();
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /// Adds the origin under `meta`.
  static ObjectNode withOrigin(ObjectNode record, Outgoing text) {
    ObjectNode meta = record.putObject("meta");
    for (Map.Entry<String, String> field : text.origin().fields().entrySet()) {
      meta.put(field.getKey(), field.getValue());
    }
    return record;
  }

  /// Marks as `[start, end, label]`, counted in code points.
  static ArrayNode triples(Judgement.Spans spans, String text) {
    Ruler ruler = Ruler.codePoints(text);
    ArrayNode triples = array();
    for (Mark mark : spans.marks()) {
      triples
          .addArray()
          .add(ruler.count(mark.start()))
          .add(ruler.count(mark.end()))
          .add(mark.label());
    }
    return triples;
  }
}
