package org.shilpi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Role;

/// The first rows of a file and how they were understood.
///
/// @param charset name of the encoding; empty if the file holds no plain characters
/// @param delimiter between cells; of no meaning in formats without one
/// @param quoted whether double quotes wrap cells
/// @param header whether the first record names the columns
/// @param guessed whether text and label columns are guesses (shown as guesses)
/// @param mapped whether the user may say what the columns hold; else the format itself knows
/// @param columns column names, in file order
/// @param roles what each column holds
/// @param rows at most 50 rows, cells in column order
/// @param before when a file with the very same content came in
/// @param totalRows rows of the file, counted
/// @param stayOut why rows would stay out, the most frequent reason first
public record ImportPreview(
    String format,
    String charset,
    char delimiter,
    boolean quoted,
    boolean header,
    boolean guessed,
    boolean mapped,
    List<String> columns,
    List<Role> roles,
    List<List<String>> rows,
    Optional<String> text,
    Optional<String> label,
    Optional<Instant> before,
    long totalRows,
    List<StaysOut> stayOut) {
  /// Rows that would stay out for one reason.
  ///
  /// @param first the first of them
  public record StaysOut(long rows, RejectedRow first) {}
}
