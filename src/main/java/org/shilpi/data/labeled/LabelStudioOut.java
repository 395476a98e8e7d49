package org.shilpi.data.labeled;

import java.io.OutputStream;
import java.util.List;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.Outgoing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A list of Label Studio's tasks, to be imported there with a configuration whose controls are
/// named `label` and whose text is named `text`. What nobody has judged yet has no annotation.
final class LabelStudioOut implements LabeledFormat {
  @Override
  public String id() {
    return "labelstudio";
  }

  @Override
  public boolean keepsOrigin() {
    return true;
  }

  @Override
  public Sink begin(OutputStream out, Outline outline) {
    return new JsonSink(out, false, LabelStudioOut::task);
  }

  private static ObjectNode task(Outgoing text) {
    ObjectNode task = JsonSink.object();
    task.putObject("data").put("text", text.text());
    ArrayNode annotations = task.putArray("annotations");
    switch (text.judgement()) {
      case Judgement.None() -> {}
      case Judgement.One one -> choices(annotations, one.labels());
      case Judgement.Many many -> choices(annotations, many.labels());
      case Judgement.Spans(List<Mark> marks) -> {
        ArrayNode result = annotations.addObject().putArray("result");
        marks.forEach(mark -> mark(result, mark, text.text()));
      }
    }
    return JsonSink.withOrigin(task, text);
  }

  private static void choices(ArrayNode annotations, List<String> labels) {
    ArrayNode result = annotations.addObject().putArray("result");
    if (!labels.isEmpty()) {
      ArrayNode choices = item(result, "choices").putArray("choices");
      labels.forEach(choices::add);
    }
  }

  private static void mark(ArrayNode result, Mark mark, String text) {
    ObjectNode value = item(result, "labels");
    value.put("start", mark.start());
    value.put("end", mark.end());
    value.put("text", text.substring(mark.start(), mark.end()));
    value.putArray("labels").add(mark.label());
  }

  private static ObjectNode item(ArrayNode result, String type) {
    ObjectNode item = result.addObject();
    item.put("from_name", "label");
    item.put("to_name", "text");
    item.put("type", type);
    return item.putObject("value");
  }
}
