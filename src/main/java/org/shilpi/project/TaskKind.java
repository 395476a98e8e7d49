package org.shilpi.project;

import java.util.Locale;

/// What the model shall learn to do. The lower-case name is what the command line and the database
/// say.
public enum TaskKind {
  /// Sort texts: exactly one label each.
  CLASSIFY,
  /// Tag texts: any number of labels each.
  MULTILABEL,
  /// Mark words: labels on spans.
  SPANS,
  /// Write answers.
  GENERATE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
