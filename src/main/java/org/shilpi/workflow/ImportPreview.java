package org.shilpi.workflow;

import java.util.List;
import java.util.Optional;

/// The first rows of a file and how they were understood.
///
/// @param guessed whether text and label columns are guesses (shown as guesses)
/// @param columns column names, in file order
/// @param rows at most 50 rows, cells in column order
/// @param totalRows rows of the file, counted
public record ImportPreview(
    String format,
    String charset,
    char delimiter,
    boolean guessed,
    List<String> columns,
    List<List<String>> rows,
    Optional<String> text,
    Optional<String> label,
    long totalRows) {}
