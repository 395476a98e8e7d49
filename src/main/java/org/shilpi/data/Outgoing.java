package org.shilpi.data;

import java.util.LinkedHashMap;
import java.util.Map;

/// A text on its way out of a project, just as it would come in again.
///
/// @param origin where it comes from, with the part that the user decided for it
public record Outgoing(String text, Judgement judgement, Origin origin) {
  /// An example with what is said of it.
  public static Outgoing of(Example example, Judgement judgement) {
    if (example.split() == Split.NONE) {
      return new Outgoing(example.text(), judgement, example.origin());
    }
    Map<String, String> fields = new LinkedHashMap<>(example.origin().fields());
    fields.put(Origin.SPLIT, example.split().id());
    return new Outgoing(example.text(), judgement, new Origin(fields));
  }
}
