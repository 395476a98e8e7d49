package org.shilpi.train;

/// What a training will take on this machine, before it starts.
///
/// @param method the depth that was asked for
/// @param seconds wall time of the whole run
/// @param memoryMb most memory the training process will hold, in MiB
/// @param diskMb what the run leaves on disk and needs on the way, in MiB
/// @param wattHours electric energy of processor and graphics card
/// @param metered whether the energy comes from the processor's own meter, or else from a guess of
///   its power
/// @param ours share of the processors that the trial got, above 0 to 1: with little, others had
///   them, and may leave them in the run or not
/// @param corrected whether what earlier runs really took has improved it
public record Forecast(
    Method method,
    Range seconds,
    Range memoryMb,
    Range diskMb,
    Range wattHours,
    boolean metered,
    double ours,
    boolean corrected) {
  /// With less of the processors a trial says little of how fast the machine is.
  private static final double ENOUGH = 0.5;

  /// Whether others took most of the processors while it was tried out.
  public boolean crowded() {
    return ours < ENOUGH;
  }

  /// A guess with the range in which nine of ten runs should end.
  ///
  /// @param low at least 0
  /// @param likely from `low` to `high`
  /// @param high at least `likely`
  public record Range(double low, double likely, double high) {
    public Range {
      if (!(0 <= low && low <= likely && likely <= high)) {
        throw new IllegalArgumentException(low + " <= " + likely + " <= " + high);
      }
    }

    /// Moves what is likely, and with it the end that it moves towards; the other one stays: what
    /// was possible is no less so.
    ///
    /// @param factor above 0
    public Range towards(double factor) {
      return new Range(low * Math.min(1, factor), likely * factor, high * Math.max(1, factor));
    }

    public Range times(double factor) {
      return new Range(low * factor, likely * factor, high * factor);
    }

    /// The product, low with low and high with high.
    public Range times(Range other) {
      return new Range(low * other.low, likely * other.likely, high * other.high);
    }

    public Range plus(double more) {
      return new Range(low + more, likely + more, high + more);
    }
  }
}
