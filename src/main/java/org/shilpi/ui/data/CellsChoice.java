package org.shilpi.ui.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.shilpi.text.Messages;

/// How a table's cells are parted: found, and to be corrected one by one.
final class CellsChoice {
  private static final List<Character> USUAL = List.of(',', ';', '\t', '|', ':', '~', '^', ' ');

  private final FilePreview preview;
  private final ImportViewModel model;
  private final Messages words;

  CellsChoice(FilePreview preview, ImportViewModel model, Messages words) {
    this.preview = preview;
    this.model = model;
    this.words = words;
  }

  Node delimiter() {
    Set<Character> all = new LinkedHashSet<>(USUAL);
    all.add(preview.delimiter());
    return box(
        "delimiter",
        all,
        preview.delimiter(),
        cut -> name(cut, words),
        cut -> model.chooseCells(cells -> cells.withDelimiter(cut)));
  }

  Node quotes() {
    return box(
        "quotes",
        List.of(true, false),
        preview.quoted(),
        wrap -> words.of(wrap ? "window.data.quotes.double" : "window.data.quotes.none"),
        wrap -> model.chooseCells(cells -> cells.withQuotes(wrap)));
  }

  Node header() {
    return box(
        "header",
        List.of(true, false),
        preview.header(),
        names -> words.of(names ? "window.data.header.names" : "window.data.header.data"),
        names -> model.chooseCells(cells -> cells.withHeader(names)));
  }

  static String name(char delimiter, Messages words) {
    return switch (delimiter) {
      case ',' -> words.of("window.data.commas");
      case ';' -> words.of("window.data.semicolons");
      case '\t' -> words.of("window.data.tabs");
      case '|' -> words.of("window.data.bars");
      case ' ' -> words.of("window.data.spaces");
      default -> words.of("window.data.delimiter", String.valueOf(delimiter));
    };
  }

  private static <T> ComboBox<T> box(
      String id, Iterable<T> values, T first, Function<T, String> names, Consumer<T> chosen) {
    ComboBox<T> box = new ComboBox<>();
    values.forEach(box.getItems()::add);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : names.apply(value);
          }

          @Override
          public T fromString(String typed) {
            throw new UnsupportedOperationException("picked, not typed");
          }
        });
    box.setId(id);
    box.setValue(first);
    box.valueProperty()
        .addListener((property, before, now) -> {
          if (!now.equals(before)) {
            chosen.accept(now);
          }
        });
    return box;
  }
}
