package org.shilpi.ui.label;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// How fast somebody labels: the median time between the latest decisions. A long rest starts anew.
final class Pace {
  /// @param aText time for one text
  /// @param inARow decisions since the last rest
  record Reading(Duration aText, int inARow) {}

  private static final int NEEDED = 5;
  private static final int LATEST = 20;
  private static final Duration REST = Duration.ofMinutes(5);

  private final Deque<Instant> decided = new ArrayDeque<>();
  private int inARow;

  void decided(Instant at) {
    if (!decided.isEmpty() && Duration.between(decided.getLast(), at).compareTo(REST) > 0) {
      clear();
    }
    decided.addLast(at);
    inARow++;
    if (decided.size() > LATEST + 1) {
      decided.removeFirst();
    }
  }

  /// The newest decision was taken back.
  void takenBack() {
    if (!decided.isEmpty()) {
      decided.removeLast();
      inARow--;
    }
  }

  void clear() {
    decided.clear();
    inARow = 0;
  }

  /// Empty until there are five decisions to tell it from, or while no time passes.
  Optional<Reading> reading() {
    if (decided.size() < NEEDED) {
      return Optional.empty();
    }
    List<Instant> at = List.copyOf(decided);
    List<Duration> gaps =
        java.util.stream.IntStream.range(1, at.size())
            .mapToObj(i -> Duration.between(at.get(i - 1), at.get(i)))
            .sorted()
            .toList();
    Duration median = gaps.get(gaps.size() / 2);
    return median.isPositive() ? Optional.of(new Reading(median, inARow)) : Optional.empty();
  }
}
