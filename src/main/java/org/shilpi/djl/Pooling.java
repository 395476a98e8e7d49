package org.shilpi.djl;

import org.shilpi.train.Knobs;

/// How a text's vector is made of its tokens' vectors.
///
/// @param normalize whether it is brought to length 1
record Pooling(Kind kind, boolean normalize) {
  enum Kind {
    /// The mean over all tokens.
    MEAN,
    /// The first token's vector.
    CLS
  }

  /// The base model's own, unless another was chosen.
  Pooling or(Knobs.Reading.Pooling chosen) {
    return switch (chosen) {
      case AUTO -> this;
      case MEAN -> new Pooling(Kind.MEAN, normalize);
      case CLS -> new Pooling(Kind.CLS, normalize);
    };
  }
}
