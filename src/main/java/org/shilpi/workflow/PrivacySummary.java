package org.shilpi.workflow;

import java.util.List;
import java.util.Optional;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Waiver;

/// How a project stands with what its texts give away.
///
/// @param texts how many it has
/// @param looked how many of them were looked at
/// @param kinds those that were found and not dealt with, in the kinds' order
/// @param hidden in how many texts something was hidden
/// @param originals how many of those can be made what they were
/// @param earlier runs that learned from texts before something was hidden in them last
/// @param owed whether words that were hidden still lie in the project's files, because something
///   was in the way of taking them away; they go when the project is opened next
public record PrivacySummary(
    GateState state,
    long texts,
    long looked,
    List<KindCount> kinds,
    long hidden,
    long originals,
    List<Long> earlier,
    boolean owed,
    Optional<Waiver> waiver) {
  public PrivacySummary {
    kinds = List.copyOf(kinds);
    earlier = List.copyOf(earlier);
  }

  /// @param action what hiding does about it
  public record KindCount(Kind kind, Action action, long sure, long unsure) {}

  /// Sure findings that should be hidden and are not.
  public long open() {
    return kinds.stream()
        .filter(kind -> kind.action() != Action.LEAVE)
        .mapToLong(KindCount::sure)
        .sum();
  }
}
