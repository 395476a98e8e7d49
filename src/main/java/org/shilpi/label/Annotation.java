package org.shilpi.label;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One decision about one text. Decisions are only ever appended; the latest one wins.
///
/// @param exampleId the text it is about
/// @param label the label's name; null withdraws an earlier decision (undo)
/// @param source who decided
/// @param at when
public record Annotation(long exampleId, @Nullable String label, Source source, Instant at) {
  public enum Source {
    IMPORT,
    PERSON
  }
}
