package org.shilpi.djl;

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
}
