package org.shilpi.ui.data;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.shilpi.data.Role;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Glyphs;
import org.shilpi.ui.control.Icon;

/// What each column holds, to be corrected where the guess is wrong.
final class ColumnsCard extends VBox {
  private static final int MOST_SAMPLE = 60;
  private static final double CHOICE = 236;

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
    Role role = preview.roles().get(column);
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
    roles
        .valueProperty()
        .addListener((property, before, now) -> model.chooseRole(preview, column, now));
    return roles;
  }

  private HBox meaning(Role role) {
    String meaning =
        switch (role) {
          case TEXT -> words.of("window.data.role.text.means");
          case LABEL -> words.of("window.data.role.label.means", preview.labels().size());
          case DATE -> words.of("window.data.role.date.means");
          case GROUP -> words.of("window.data.role.group.means");
          case SENDER -> words.of("window.data.role.sender.means");
          case TITLE -> words.of("window.data.role.title.means");
          case ID -> words.of("window.data.role.id.means");
          case SPLIT -> words.of("window.data.role.split.means");
          case KEEP -> words.of("window.data.role.keep.means");
          case LEAVE_OUT -> "";
        };
    HBox line = new HBox(6, caption(meaning));
    line.setAlignment(Pos.CENTER_LEFT);
    if (preview.guessed()) {
      line.getChildren()
          .add(
              new Chip(
                  words.of("window.data.guess"), Icon.of("mdoal-lightbulb"), "small", "accent"));
    }
    return line;
  }

  private String name(Role role) {
    return words.of(
        switch (role) {
          case TEXT -> "window.data.role.text";
          case LABEL -> "window.data.role.label";
          case DATE -> "window.data.role.date";
          case GROUP -> "window.data.role.group";
          case SENDER -> "window.data.role.sender";
          case TITLE -> "window.data.role.title";
          case ID -> "window.data.role.id";
          case SPLIT -> "window.data.role.split";
          case KEEP -> "window.data.role.keep";
          case LEAVE_OUT -> "window.data.role.leave-out";
        });
  }

  private static Label caption(String words) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-caption", "text-subtle");
    return caption;
  }
}
