package org.shilpi.label;

import java.time.Instant;
import org.shilpi.data.Judgement;

/// One decision about one text. Decisions are only ever appended; the latest one wins.
///
/// @param exampleId the text it is about
/// @param judgement what was decided; [Judgement#NONE] withdraws an earlier decision (undo)
/// @param source who decided
/// @param at when
public record Annotation(long exampleId, Judgement judgement, Source source, Instant at) {
  public enum Source {
    IMPORT,
    PERSON
  }
}
