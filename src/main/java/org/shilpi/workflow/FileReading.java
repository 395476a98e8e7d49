package org.shilpi.workflow;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilpi.data.Role;
import org.shilpi.data.Separated;
import org.shilpi.data.Wanted;
import org.shilpi.project.TaskKind;

/// How a file is to be read; what is not said is guessed from the content.
///
/// @param format `csv`, `jsonl`, …
/// @param charset name of the encoding
/// @param cells how a table is laid out
/// @param text column or field of the text
/// @param label column or field of the label; empty string = the file has none
/// @param roles what further columns hold, by name
public record FileReading(
    Optional<String> format,
    Optional<String> charset,
    Separated cells,
    Optional<String> text,
    Optional<String> label,
    Map<String, Role> roles) {
  public static final FileReading GUESSED =
      new FileReading(
          Optional.empty(),
          Optional.empty(),
          Separated.FOUND,
          Optional.empty(),
          Optional.empty(),
          Map.of());

  public FileReading {
    roles = Map.copyOf(roles);
  }

  /// Another format has other columns.
  public FileReading withFormat(String id) {
    return anew(Optional.of(id), charset, Separated.FOUND);
  }

  /// In another encoding the columns may have other names.
  public FileReading withCharset(String name) {
    return anew(format, Optional.of(name), cells);
  }

  /// Cut in another way, a table has other columns.
  public FileReading withCells(Separated others) {
    return anew(format, charset, others);
  }

  private static FileReading anew(
      Optional<String> format, Optional<String> charset, Separated cells) {
    return new FileReading(format, charset, cells, Optional.empty(), Optional.empty(), Map.of());
  }

  public FileReading withText(String column) {
    return new FileReading(format, charset, cells, Optional.of(column), label, roles);
  }

  public FileReading withLabel(String column) {
    return new FileReading(format, charset, cells, text, Optional.of(column), roles);
  }

  public FileReading withRoles(Map<String, Role> others) {
    return new FileReading(format, charset, cells, text, label, others);
  }

  Wanted wanted(TaskKind task) {
    Set<String> columns = new HashSet<>(roles.keySet());
    text.ifPresent(columns::add);
    label.filter(column -> !column.isEmpty()).ifPresent(columns::add);
    return new Wanted(format, charset, columns, Optional.of(task), cells);
  }
}
