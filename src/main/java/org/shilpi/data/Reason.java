package org.shilpi.data;

import java.util.List;

/// Why a row was turned away.
///
/// @param key message key ("rejected.…")
/// @param arguments what fills the message's places
public record Reason(String key, List<String> arguments) {
  public Reason {
    arguments = List.copyOf(arguments);
  }

  public static Reason of(String key, String... arguments) {
    return new Reason(key, List.of(arguments));
  }
}
