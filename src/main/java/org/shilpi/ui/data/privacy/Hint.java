package org.shilpi.ui.data.privacy;

import org.shilpi.privacy.Kind;
import org.shilpi.workflow.PrivateFinding;

/// Something found in a text, with the words around it.
///
/// @param field of where the text comes from that it stands in; empty for the text itself
/// @param instead what hiding would put in its place
record Hint(
    long id,
    long text,
    String field,
    Kind kind,
    String before,
    String value,
    String after,
    String instead) {
  static Hint of(PrivateFinding found) {
    return new Hint(
        found.id(),
        found.text(),
        found.field(),
        found.kind(),
        flat(found.before()),
        flat(found.value()),
        flat(found.after()),
        flat(found.instead()));
  }

  /// What one decision settles.
  record Value(Kind kind, String value) {}

  Value same() {
    return new Value(kind, value);
  }

  private static String flat(String words) {
    return words.replaceAll("\\s+", " ");
  }
}
