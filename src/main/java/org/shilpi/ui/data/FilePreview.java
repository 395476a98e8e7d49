package org.shilpi.ui.data;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Role;
import org.shilpi.data.Separated;
import org.shilpi.workflow.ImportPreview;

/// A file as it was understood, before anything of it comes in.
///
/// @param delimiter between the cells of a CSV file
/// @param quoted whether double quotes wrap cells
/// @param header whether the first record names the columns
/// @param guessed whether the columns' meanings are guesses
/// @param mapped whether the user may say what the columns hold
/// @param roles what each column holds
/// @param rows at most 50 rows, cells in column order
/// @param text position of the text's column
/// @param label position of the label's column, empty if the file has none
/// @param before when the very same file came in
/// @param total rows of the file
/// @param gaps why rows will stay out, the most frequent reason first
record FilePreview(
    Path file,
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
    int text,
    Optional<Integer> label,
    Optional<Instant> before,
    long total,
    List<Gap> gaps) {
  /// Rows that will stay out for one reason.
  ///
  /// @param first the first of them
  record Gap(long rows, StayedOut first) {}

  static FilePreview of(Path file, ImportPreview preview) {
    List<String> columns = preview.columns();
    return new FilePreview(
        file,
        preview.format(),
        preview.charset(),
        preview.delimiter(),
        preview.quoted(),
        preview.header(),
        preview.guessed(),
        preview.mapped(),
        columns,
        preview.roles(),
        preview.rows(),
        preview.text().map(columns::indexOf).orElse(0),
        preview.label().map(columns::indexOf),
        preview.before(),
        preview.totalRows(),
        preview.stayOut().stream()
            .map(gap -> new Gap(gap.rows(), StayedOut.of(gap.first())))
            .toList());
  }

  /// Rows that will come in.
  long coming() {
    return total - staying();
  }

  /// Rows that will stay out.
  long staying() {
    return gaps.stream().mapToLong(Gap::rows).sum();
  }

  /// Whether it is a table whose cells are parted by a character.
  boolean parted() {
    return format.equals("csv") || format.equals("tsv");
  }

  /// Whether its first record may name the columns.
  boolean headed() {
    return parted() || format.equals("xlsx");
  }

  /// The layout as it is shown.
  Separated cells() {
    return new Separated(
        parted() ? Optional.of(delimiter) : Optional.empty(),
        parted() ? Optional.of(quoted) : Optional.empty(),
        headed() ? Optional.of(header) : Optional.empty());
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /// A cell of a row, empty where a ragged row ends early.
  static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /// The different labels among the rows shown, in order of appearance.
  List<String> labels() {
    return label
        .map(column ->
            rows.stream()
                .map(r -> cell(r, column).strip())
                .filter(l -> !l.isEmpty())
                .distinct()
                .toList())
        .orElse(List.of());
  }
}
