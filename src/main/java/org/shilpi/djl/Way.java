package org.shilpi.djl;

/// How the model that a training leaves came to be: by what did best on texts kept back.
enum Way {
  /// The base model as it is, with a head.
  FROZEN("frozen"),
  TUNED("fine-tuning"),
  /// See [ContrastTraining].
  CONTRAST("contrastive");

  private final String id;

  Way(String id) {
    this.id = id;
  }

  /// What provenance calls it.
  String id() {
    return id;
  }
}
