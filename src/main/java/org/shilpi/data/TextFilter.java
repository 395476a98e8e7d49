package org.shilpi.data;

import java.util.Optional;

/// Which texts somebody wants to see.
///
/// @param words what they hold, in upper or lower case; anything where empty
/// @param label a label that they have; an empty string = they have none
public record TextFilter(String words, Optional<String> label) {
  public static final TextFilter ALL = new TextFilter("", Optional.empty());

  public TextFilter {
    words = words.strip();
  }
}
