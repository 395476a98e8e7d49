package org.shilpi.data.labeled;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shilpi.data.Judgement;
import org.shilpi.data.Outgoing;
import tools.jackson.databind.node.ObjectNode;

/// Lines of JSON with `text`, and `entities` or `cats`, which name every label with 1 or 0 as
/// spaCy's text categorizer wants it. What nobody has judged yet has neither.
final class SpacyOut implements LabeledFormat {
  @Override
  public String id() {
    return "spacy";
  }

  @Override
  public boolean keepsOrigin() {
    return true;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) {
    return new JsonSink(out, true, text -> record(text, outline.labels()));
  }

  private static ObjectNode record(Outgoing text, List<String> labels) {
    ObjectNode record = JsonSink.object();
    record.put("text", text.text());
    switch (text.judgement()) {
      case Judgement.None() -> {}
      case Judgement.Spans spans -> record.set("entities", JsonSink.triples(spans, text.text()));
      case Judgement.One one -> cats(record, one.labels(), labels);
      case Judgement.Many many -> cats(record, many.labels(), labels);
    }
    return JsonSink.withOrigin(record, text);
  }

  // The chosen ones first, in their order.
  private static void cats(ObjectNode record, List<String> chosen, List<String> labels) {
    ObjectNode cats = record.putObject("cats");
    chosen.forEach(label -> cats.put(label, 1.0));
    Set<String> there = new HashSet<>(chosen);
    labels.stream().filter(there::add).forEach(label -> cats.put(label, 0.0));
  }
}
