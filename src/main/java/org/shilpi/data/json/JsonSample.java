package org.shilpi.data.json;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.RowLimit;
import org.shilpi.data.Sample;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;

/// The first records of a file that looks like JSON.
///
/// @param lines whether it has one record a line; else its records are in a list
/// @param records the first ones that are whole, at most 200
public record JsonSample(boolean lines, List<JsonNode> records) {
  private static final int MOST = 200;

  public JsonSample {
    records = List.copyOf(records);
  }

  /// Looks at a file's beginning; empty if that is no JSON.
  public static Optional<JsonSample> of(Sample sample) {
    String text = sample.text().stripLeading();
    List<JsonNode> lines =
        text.lines().filter(line -> !line.isBlank()).limit(MOST).map(JsonLines::parse).toList();
    List<JsonNode> whole = lines.stream().filter(JsonNode::isContainer).toList();
    if (sample.named(".jsonl", ".ndjson")) {
      return Optional.of(new JsonSample(true, whole));
    }
    if (text.startsWith("[")) {
      boolean pairs = lines.getFirst().path(0).isString() && lines.getFirst().path(1).isObject();
      return Optional.of(pairs ? new JsonSample(true, whole) : inList(text));
    }
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    boolean mostAreWhole = whole.size() * 2 >= lines.size();
    if (mostAreWhole && (lines.size() > 1 || !wraps(lines.getFirst()))) {
      return Optional.of(new JsonSample(true, whole));
    }
    // A broken first line among lines is nothing that a list could begin with.
    return Optional.of(inList(text))
        .filter(list -> !list.records.isEmpty())
        .or(() -> Optional.of(new JsonSample(true, whole)));
  }

  // Whether an object is nothing but the paper around a list of objects.
  private static boolean wraps(JsonNode object) {
    return object.valueStream().noneMatch(JsonNode::isString)
        && object.valueStream().anyMatch(value -> value.path(0).isObject());
  }

  private static JsonSample inList(String text) {
    List<JsonNode> records = new ArrayList<>();
    try (JsonList list = new JsonList("", new RowLimit(new StringReader(text)))) {
      Optional<JsonRecord> next = list.next();
      while (next.isPresent() && records.size() < MOST) {
        records.add(next.get().node());
        next = list.next();
      }
    } catch (Problem | IOException end) {
      // The sample is over, or what is wrong shows when the file is read.
      return new JsonSample(false, records);
    }
    return new JsonSample(false, records);
  }
}
