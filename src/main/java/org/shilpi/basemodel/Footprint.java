package org.shilpi.basemodel;

/// The main memory a model needs, estimated from its architecture before anything is loaded.
///
/// Everything is counted in 32-bit floats, for `P` weights of width `h` and feed-forward width `i`
/// in `L` layers of `a` heads, and `t` tokens at a time in texts of up to `s` tokens:
///
/// - Use: `4P` for the weights, and the widest moment of one layer, `t (8h + 2i + 2as)` values.
/// - Quick training: the same, and a vector of `h` values for each of `n` texts, kept twice.
/// - Thorough training: `16P` for weights, gradients and AdamW's two moments, and what each layer
///   keeps for the way back: `t (34h + 8i + 9as)` bytes. That is the count of Korthikanti et al.,
///   "Reducing Activation Recomputation in Large Transformer Models" (2022), section 4.1, with four
///   bytes a value instead of two and one byte for an element of a dropout mask.
///
/// Each includes [#PROCESS]. It is an estimate: less is needed where attention is computed in
/// pieces, more by what the allocator cannot reuse.
///
/// @param use bytes to score texts
/// @param quick bytes to train a head on the frozen model
/// @param thorough bytes to train all weights
public record Footprint(long use, long quick, long thorough) {
  /// Bytes of a Java process with libtorch loaded (180 MB on Linux) and its heap.
  public static final long PROCESS = 400L << 20;

  /// For the default training knobs (1,024 tokens a step, 256 a text) and 10,000 texts.
  public static Footprint typical(ModelConfig config) {
    return of(config, 1024, 256, 10_000);
  }

  /// @param tokens tokens at a time
  /// @param longest tokens of the longest text, cut to what the model can read
  /// @param texts number of texts
  public static Footprint of(ModelConfig config, int tokens, int longest, long texts) {
    long hidden = config.hiddenSize();
    long inner = config.intermediateSize();
    long scores = (long) config.heads() * Math.min(longest, config.maxPositions());
    long weights = 4 * weights(config);
    long use = PROCESS + weights + 4L * tokens * (8 * hidden + 2 * inner + 2 * scores);
    long kept = (long) config.layers() * tokens * (34 * hidden + 8 * inner + 9 * scores);
    return new Footprint(use, use + 2 * 4 * hidden * texts, PROCESS + 4 * weights + kept);
  }

  /// Number of weights of the encoder.
  static long weights(ModelConfig config) {
    return ModelTensors.encoder(config).values().stream().mapToLong(TensorEntry::elements).sum();
  }

  /// Whether a use of this many bytes leaves a fifth of the machine's memory to everything else.
  public static boolean fits(long bytes, long machine) {
    return bytes <= machine - machine / 5;
  }
}
