package org.shilpi.data;

import java.util.Optional;
import java.util.Set;
import org.shilpi.project.TaskKind;

/// What is known of a file before anybody looked into it; the rest is found from its content.
///
/// @param format id of a format
/// @param charset name of an encoding
/// @param columns names of columns that the user gave
/// @param task what the texts are for: decides where a file holds labels of several kinds
/// @param cells how a table is laid out
public record Wanted(
    Optional<String> format,
    Optional<String> charset,
    Set<String> columns,
    Optional<TaskKind> task,
    Separated cells) {
  public static final Wanted NOTHING =
      new Wanted(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

  public Wanted {
    columns = Set.copyOf(columns);
  }

  public Wanted(
      Optional<String> format,
      Optional<String> charset,
      Set<String> columns,
      Optional<TaskKind> task) {
    this(format, charset, columns, task, Separated.FOUND);
  }

  public Wanted withFormat(String id) {
    return new Wanted(Optional.of(id), charset, columns, task, cells);
  }

  public Wanted withTask(TaskKind kind) {
    return new Wanted(format, charset, columns, Optional.of(kind), cells);
  }
}
