package org.shilpi.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shilpi.job.Problem;

/// A file of examples and how it is to be read: told by the user, else found from its content.
///
/// @param first the first rows, at most 200, that tell what the columns hold; none where the format
///   knows that by itself
public record DataFile(Sample sample, Format format, Layout layout, List<List<String>> first) {
  private static final int FIRST_ROWS = 200;

  /// Looks into a file.
  ///
  /// @param formats what it may be, the ones that are surest of themselves first; the last one of
  ///   them that can read any text takes what no other recognises
  /// @throws Problem if it is missing, empty, binary, or not in this format or encoding
  public static DataFile inspect(Path path, List<Format> formats, Wanted wanted)
      throws IOException {
    Optional<Format> named =
        wanted
            .format()
            .map(id ->
                formats.stream()
                    .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> Problem.of("problem.data.format", id, listed(formats))));
    Sample sample = Sample.of(path, wanted.charset());
    Optional<Format> found =
        named.or(() -> formats.stream().filter(format -> format.recognises(sample)).findFirst());
    if (found.isEmpty()) {
      // Says what kind of binary file it is.
      TextEncoding.of(path, wanted.charset());
      throw Problem.of("problem.data.no-columns", sample.name());
    }
    Layout layout = found.get().layout(sample, wanted);
    return new DataFile(
        sample, found.get(), layout, layout.mapped() ? first(sample, layout, () -> {}) : List.of());
  }

  private static String listed(List<Format> formats) {
    return formats.stream().map(Format::id).sorted().collect(Collectors.joining(", "));
  }

  private static List<List<String>> first(Sample sample, Layout layout, Runnable meanwhile)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (RowReader reader = open(sample, layout)) {
      reader.meanwhile(meanwhile);
      Optional<Row> row = reader.next();
      while (row.isPresent() && rows.size() < FIRST_ROWS) {
        switch (row.get()) {
          case Row.Cells(long number, List<String> cells) -> rows.add(cells);
          case Row.Text text -> rows.add(List.of(text.text(), text.judgement().shown(text.text())));
          case Rejected rejected -> {}
        }
        row = reader.next();
      }
    } catch (Problem broken) {
      return rows; // what is wrong shows when the whole file is read
    }
    return rows;
  }

  /// The first rows as the layout's columns show them, at most 200.
  ///
  /// @param meanwhile see [RowReader#meanwhile]
  public List<List<String>> shown(Runnable meanwhile) throws IOException {
    return layout.mapped() ? first : first(sample, layout, meanwhile);
  }

  public Path path() {
    return sample.path();
  }

  public Columns columns() {
    return layout.columns();
  }

  /// Name of the encoding; empty if the file holds no plain characters.
  public Optional<String> charset() {
    return sample.encoding().map(encoding -> encoding.charset().name());
  }

  /// The rows, from the file's start.
  public RowReader read() throws IOException {
    return open(sample, layout);
  }

  private static RowReader open(Sample sample, Layout layout) throws IOException {
    Source source = new Source(sample.path(), sample.encoding());
    boolean opened = false;
    try {
      RowReader reader = layout.opening().open(source);
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        source.close();
      }
    }
  }

  /// What the columns mean: as the user said, else guessed.
  ///
  /// @param text name of the text's column
  /// @param label name of the label's column; an empty string = the file has none
  /// @throws Problem if there is no such column
  public Mapping mapping(Optional<String> text, Optional<String> label) {
    return mapping(text, label, Map.of());
  }

  /// @param others what the user said of further columns, by name
  public Mapping mapping(Optional<String> text, Optional<String> label, Map<String, Role> others) {
    String texts =
        text.or(() ->
                layout.mapped()
                    ? columns().guessText(first)
                    : columns().names().stream().findFirst())
            .orElseThrow(() -> Problem.of("problem.data.no-columns", sample.name()));
    String labels = label.orElseGet(() -> columns().guessLabel(first, texts).orElse(""));
    int textAt = position(texts);
    int labelAt = labels.isEmpty() ? Mapping.NONE : position(labels);
    if (!layout.mapped()) {
      return new Mapping(textAt, labelAt);
    }
    List<Role> roles = new ArrayList<>(Roles.guess(columns(), first, textAt, labelAt));
    others.forEach((column, role) -> {
      roles.replaceAll(other -> other == role && role != Role.KEEP ? Role.LEAVE_OUT : other);
      roles.set(position(column), role);
    });
    return mapping(textAt, labelAt, roles, others.containsValue(Role.DATE));
  }

  private Mapping mapping(int text, int label, List<Role> roles, boolean strict) {
    Map<Integer, String> origin = new HashMap<>();
    DateOrder dates = DateOrder.DAY_FIRST;
    for (int i = 0; i < roles.size(); i++) {
      int column = i;
      roles.get(i).field(columns().names().get(i)).ifPresent(field -> origin.put(column, field));
      if (roles.get(i) == Role.DATE) {
        dates = DateOrder.guess(first.stream().map(row -> row.get(column)).toList());
      }
    }
    return new Mapping(text, label, roles, origin, dates, strict, layout.labels());
  }

  private int position(String column) {
    return columns()
        .position(column)
        .orElseThrow(
            () -> Problem.of("problem.data.column", sample.name(), column, columns().listed()));
  }
}
