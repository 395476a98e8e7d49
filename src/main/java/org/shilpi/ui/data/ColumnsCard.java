package org.shilpi.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;

/// What each column holds, to be corrected where the guess is wrong.
final class ColumnsCard extends VBox {
  /// What a column can be.
  enum Role {
    TEXT,
    LABEL,
    LEAVE_OUT
  }

  private static final int MOST_SAMPLE = 60;
  private static final double CHOICE = 208;

  private final FilePreview preview;
  private final ImportViewModel model;
  private final Messages words;

  ColumnsCard(FilePreview preview, ImportViewModel model, Messages words) {
    super(10);
    this.preview = preview;
    this.model = model;
    this.words = words;
    getStyleClass().add("card");
    Label title = new Label(words.of("window.data.columns"));
    title.getStyleClass().add("title-4");
    getChildren().add(title);
    for (int column = 0; column < preview.columns().size(); column++) {
      if (column > 0) {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        getChildren().add(line);
      }
      getChildren().add(row(column));
    }
  }

  private HBox row(int column) {
    Label name = new Label(preview.columns().get(column));
    name.getStyleClass().add("mono");
    String sample =
        preview.rows().stream()
            .map(row -> FilePreview.cell(row, column).replaceAll("\\s+", " ").strip())
            .filter(cell -> !cell.isEmpty())
            .findFirst()
            .orElse("");
    Label cell =
        caption(
            Glyphs.plain(
                sample.length() > MOST_SAMPLE ? sample.substring(0, MOST_SAMPLE) : sample));
    VBox naming = new VBox(2, name, cell);
    naming.setMinWidth(0);
    naming.setPrefWidth(110);
    HBox.setHgrow(naming, Priority.ALWAYS);
    Role role = role(column);
    ComboBox<Role> roles = roles(column, role);
    VBox choice = new VBox(3, roles);
    if (role != Role.LEAVE_OUT) {
      choice.getChildren().add(meaning(role));
    }
    choice.setMinWidth(CHOICE);
    choice.setPrefWidth(CHOICE);
    HBox row = new HBox(12, naming, Icon.of("mdoal-arrow_forward", "small"), choice);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private ComboBox<Role> roles(int column, Role role) {
    ComboBox<Role> roles = new ComboBox<>();
    // A project's texts must come from somewhere: the text is moved by naming another column.
    roles.getItems().setAll(role == Role.TEXT ? List.of(Role.TEXT) : List.of(Role.values()));
    roles.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Role value) {
            return value == null ? "" : name(value);
          }

          @Override
          public Role fromString(String typed) {
            throw new UnsupportedOperationException("roles are picked, not typed");
          }
        });
    roles.setValue(role);
    roles.setPrefWidth(150);
    roles.setId("column-" + column);
    roles.setAccessibleText(preview.columns().get(column));
    roles.valueProperty().addListener((property, before, now) -> change(column, now));
    return roles;
  }

  private HBox meaning(Role role) {
    String meaning =
        switch (role) {
          case TEXT -> words.of("window.data.role.text.means");
          case LABEL -> words.of("window.data.role.label.means", preview.labels().size());
          case LEAVE_OUT -> "";
        };
    HBox line = new HBox(6, caption(meaning));
    line.setAlignment(Pos.CENTER_LEFT);
    if (preview.guessed() && role != Role.LEAVE_OUT) {
      line.getChildren()
          .add(
              new Chip(
                  words.of("window.data.guess"), Icon.of("mdoal-lightbulb"), "small", "accent"));
    }
    return line;
  }

  private void change(int column, Role role) {
    List<String> columns = preview.columns();
    String text = columns.get(preview.text());
    Optional<Integer> label = preview.label();
    String labels = label.map(columns::get).orElse("");
    switch (role) {
      case TEXT ->
          model.chooseColumns(
              columns.get(column), label.filter(at -> at == column).isPresent() ? "" : labels);
      case LABEL -> model.chooseColumns(text, columns.get(column));
      case LEAVE_OUT ->
          model.chooseColumns(text, label.filter(at -> at == column).isPresent() ? "" : labels);
    }
  }

  private Role role(int column) {
    if (column == preview.text()) {
      return Role.TEXT;
    }
    return preview.label().filter(at -> at == column).isPresent() ? Role.LABEL : Role.LEAVE_OUT;
  }

  private String name(Role role) {
    return words.of(
        switch (role) {
          case TEXT -> "window.data.role.text";
          case LABEL -> "window.data.role.label";
          case LEAVE_OUT -> "window.data.role.leave-out";
        });
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-caption", "text-subtle");
    return caption;
  }
}
