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
/// @param corrected whether what earlier runs really took has improved it
public record Forecast(
    Method method,
    Range seconds,
    Range memoryMb,
    Range diskMb,
    Range wattHours,
    boolean metered,
    boolean corrected) {

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
