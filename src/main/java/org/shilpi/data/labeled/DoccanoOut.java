package org.shilpi.data.labeled;

import java.io.OutputStream;
import org.shilpi.data.Judgement;
import org.shilpi.data.Outgoing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lines of JSON with `text`, `label` and `meta`. For doccano a label is always a list; in plain
/// JSON lines a single one is a string. `null` is what nobody has judged yet.
final class DoccanoOut implements LabeledFormat {
  private final boolean plain;

  /// @param plain JSON lines for any program
  DoccanoOut(boolean plain) {
    this.plain = plain;
  }

  @Override
  public String id() {
    return plain ? "jsonl" : "doccano";
  }

  @Override
  public boolean keepsOrigin() {
    return true;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) {
    return new JsonSink(out, true, this::record);
  }

  private ObjectNode record(Outgoing text) {
    ObjectNode record = JsonSink.object();
    record.put("text", text.text());
    switch (text.judgement()) {
      case Judgement.None() -> record.putNull("label");
      case Judgement.One(String label) -> {
        if (plain) {
          record.put("label", label);
        } else {
          record.putArray("label").add(label);
        }
      }
      case Judgement.Many many -> {
        ArrayNode labels = record.putArray("label");
        many.labels().forEach(labels::add);
      }
      case Judgement.Spans spans -> record.set("label", JsonSink.triples(spans, text.text()));
    }
    return JsonSink.withOrigin(record, text);
  }
}
