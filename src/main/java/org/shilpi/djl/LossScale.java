package org.shilpi.djl;

/// The factor that gradients carry through 16-bit arithmetic with few exponents (Micikevicius et
/// al., "Mixed Precision Training", 2018): as large as can be without overflow. Each step that
/// overflows halves it, many good ones in a row double it.
///
/// @param factor a power of two; 1 and never another where no scaling is needed
/// @param good steps without overflow since it last changed; negative where no scaling is needed
record LossScale(double factor, int good) {
  static final LossScale NONE = new LossScale(1, -1);

  private static final int GOOD = 2_000;
  private static final double FIRST = 1 << 16;
  private static final double MOST = 1 << 24;

  static LossScale start(boolean needed) {
    return needed ? new LossScale(FIRST, 0) : NONE;
  }

  boolean needed() {
    return good >= 0;
  }

  /// @param taken whether the step's gradient was finite
  LossScale after(boolean taken) {
    if (!needed()) {
      return this;
    }
    if (!taken) {
      return new LossScale(Math.max(1, factor / 2), 0);
    }
    return good + 1 < GOOD
        ? new LossScale(factor, good + 1)
        : new LossScale(Math.min(MOST, factor * 2), 0);
  }
}
