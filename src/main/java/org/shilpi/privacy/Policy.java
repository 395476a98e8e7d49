package org.shilpi.privacy;

import java.util.EnumMap;
import java.util.Map;

/// What is done about each kind of finding.
///
/// @param actions of every kind
public record Policy(Map<Kind, Action> actions) {
  public Policy {
    EnumMap<Kind, Action> all = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      all.put(kind, actions.getOrDefault(kind, kind.usual()));
    }
    actions = Map.copyOf(all);
  }

  public static Policy usual() {
    return new Policy(Map.of());
  }

  public Action of(Kind kind) {
    return actions.getOrDefault(kind, kind.usual());
  }

  /// With another action for a kind.
  public Policy with(Kind kind, Action action) {
    EnumMap<Kind, Action> changed = new EnumMap<>(actions);
    changed.put(kind, action);
    return new Policy(changed);
  }
}
