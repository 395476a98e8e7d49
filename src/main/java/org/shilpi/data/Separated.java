package org.shilpi.data;

import java.util.Optional;

/// What a user says of a table's layout; what is not said is found from its first rows.
///
/// @param delimiter between cells
/// @param quoted whether double quotes wrap cells
/// @param header whether the first record names the columns
public record Separated(
    Optional<Character> delimiter, Optional<Boolean> quoted, Optional<Boolean> header) {
  public static final Separated FOUND =
      new Separated(Optional.empty(), Optional.empty(), Optional.empty());

  public Separated withDelimiter(char cut) {
    return new Separated(Optional.of(cut), quoted, header);
  }

  public Separated withQuotes(boolean wrap) {
    return new Separated(delimiter, Optional.of(wrap), header);
  }

  public Separated withHeader(boolean names) {
    return new Separated(delimiter, quoted, Optional.of(names));
  }
}
