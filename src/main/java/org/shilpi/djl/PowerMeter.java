package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.shilpi.train.Forecast.Range;

/// Electric power of the machine's processors at work: from their own energy counters, which Linux
/// shows to whom it trusts (Documentation/power/powercap), else a guess of 10 W and 7 W for each
/// core, which may be two and a half times too high or too low. A graphics card at work counts 200
/// W, as none is asked.
///
/// @param counters the folder of the kernel's energy counters
record PowerMeter(Path counters) {
  private static final Range READ = new Range(0.8, 1, 1.3);
  private static final Range GUESSED = new Range(0.4, 1, 2.5);
  private static final double CARD = 200;

  /// What was read of the counters at a moment.
  ///
  /// @param joules so far, of all processor packages
  /// @param nanos of a clock that only goes forward
  record Reading(OptionalDouble joules, long nanos) {}

  static PowerMeter ofThisMachine() {
    return new PowerMeter(Path.of("/sys/class/powercap"));
  }

  Reading read(long nanos) {
    double joules = 0;
    boolean any = false;
    if (Files.isDirectory(counters)) {
      try (DirectoryStream<Path> zones = Files.newDirectoryStream(counters, "intel-rapl:?")) {
        for (Path zone : zones) {
          joules += Long.parseLong(Files.readString(zone.resolve("energy_uj")).strip()) / 1e6;
          any = true;
        }
      } catch (IOException | NumberFormatException e) {
        any = false;
      }
    }
    return new Reading(any ? OptionalDouble.of(joules) : OptionalDouble.empty(), nanos);
  }

  /// Whether power can be told between two readings; counters begin anew every few minutes.
  static boolean metered(Reading from, Reading to) {
    return from.joules.isPresent()
        && to.joules.isPresent()
        && to.joules.getAsDouble() > from.joules.getAsDouble()
        && to.nanos > from.nanos;
  }

  /// @param cores that work
  /// @param card whether a graphics card works too
  static Range watts(Reading from, Reading to, int cores, boolean card) {
    Range processor =
        metered(from, to)
            ? READ.times(
                (to.joules.getAsDouble() - from.joules.getAsDouble())
                    / ((to.nanos - from.nanos) / 1e9))
            : GUESSED.times(10 + 7.0 * cores);
    return card
        ? new Range(
            processor.low() + GUESSED.low() * CARD,
            processor.likely() + CARD,
            processor.high() + GUESSED.high() * CARD)
        : processor;
  }
}
