package org.shilpi.train;

import java.util.Locale;

/// How deep a training goes.
public enum Method {
  /// The base model stays frozen; a regularised linear head learns on its embeddings. Seconds on a
  /// CPU.
  QUICK,
  /// Low-rank adapters (LoRA) learn.
  BALANCED,
  /// All weights learn.
  THOROUGH;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
