package org.shilpi.data.labeled;

import java.util.Optional;

/// The tag of a word in any of the usual schemes: IOB1, IOB2, BIOES and BILOU can all be read by
/// the same rule, since no letter of theirs means two things.
///
/// @param label empty where nothing is marked
/// @param starts whether the word begins a mark whatever came before
/// @param ends whether no later word can belong to its mark
record Tag(String label, boolean starts, boolean ends) {
  private static final Tag OUTSIDE = new Tag("", false, false);

  /// `O`, or a letter, a hyphen and the label; nothing for anything else.
  static Optional<Tag> of(String tag) {
    if (tag.equals("O")) {
      return Optional.of(OUTSIDE);
    }
    if (tag.length() < 3 || tag.charAt(1) != '-') {
      return Optional.empty();
    }
    String label = tag.substring(2);
    return switch (tag.charAt(0)) {
      case 'B' -> Optional.of(new Tag(label, true, false));
      case 'I', 'M' -> Optional.of(new Tag(label, false, false));
      case 'E', 'L' -> Optional.of(new Tag(label, false, true));
      case 'S', 'U' -> Optional.of(new Tag(label, true, true));
      default -> Optional.empty();
    };
  }

  boolean isOutside() {
    return label.isEmpty();
  }
}
