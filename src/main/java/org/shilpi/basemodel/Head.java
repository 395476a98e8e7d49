package org.shilpi.basemodel;

import java.util.Optional;

/// What a model's own head answers about, as the `architectures` of its configuration tell.
public enum Head {
  /// One answer a text.
  TEXTS("ForSequenceClassification"),
  /// One answer a token.
  TOKENS("ForTokenClassification");

  private final String ending;

  Head(String ending) {
    this.ending = ending;
  }

  /// The library's class of a model: `BertForTokenClassification`.
  public String architecture(Family family) {
    return family.className() + ending;
  }

  static Optional<Head> of(String architecture) {
    for (Head head : values()) {
      if (architecture.endsWith(head.ending)) {
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }
}
