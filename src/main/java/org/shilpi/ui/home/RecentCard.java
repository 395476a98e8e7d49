package org.shilpi.ui.home;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.shilpi.ui.control.StepMark;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Recents;
import org.shilpi.ui.shell.StepState;

/// A recent project as Home draws it.
///
/// @param steps where each step stands; empty where that is not known
/// @param daysAgo days since it was last open, by the calendar
record RecentCard(
    Path folder,
    String name,
    List<StepMark> steps,
    Optional<NextStep> next,
    Optional<Double> accuracy,
    OptionalLong daysAgo) {
  static RecentCard of(Recents.Recent recent, Clock clock, UnaryOperator<String> modelNames) {
    Optional<Instant> opened = recent.opened();
    ZoneId zone = ZoneId.systemDefault();
    OptionalLong days =
        opened.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(
                ChronoUnit.DAYS.between(
                    LocalDate.ofInstant(opened.get(), zone),
                    LocalDate.ofInstant(clock.instant(), zone)));
    List<StepMark> steps =
        recent
            .summary()
            .map(s -> StepState.of(s, modelNames.apply(s.baseModel())))
            .map(all -> all.values().stream().map(StepState::mark).toList())
            .orElse(List.of());
    return new RecentCard(
        recent.folder(),
        recent.name(),
        steps,
        NextStep.of(recent.summary()),
        recent.summary().flatMap(summary -> summary.accuracy()),
        days);
  }

  /// Where opening it leads.
  Place place() {
    return next.map(NextStep::place).orElse(Place.DATA);
  }
}
