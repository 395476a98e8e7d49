package org.shilpi.ui.data;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SearchableComboBox;
import org.shilpi.data.DocumentKind;
import org.shilpi.data.Format;
import org.shilpi.data.Known;
import org.shilpi.data.Split;
import org.shilpi.data.format.Formats;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Chip;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.OneOfFew;

/// The file's name, and how it is read: format, encoding, and what its texts are for.
final class FileCard extends FlowPane {
  // Documents tell by themselves what they are: only a plain text may be meant either way.
  private static final List<String> FORMATS =
      Stream.concat(Formats.ALL.stream().map(Format::id), Stream.of(DocumentKind.TEXT.id()))
          .toList();
  private static final List<String> USUAL =
      List.of("UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1");

  private final Messages words;

  FileCard(FilePreview preview, ImportViewModel model, Messages words) {
    super(14, 10);
    this.words = words;
    getStyleClass().addAll("card", "file-card");
    setRowValignment(javafx.geometry.VPos.CENTER);
    Label name = new Label(preview.name());
    name.getStyleClass().add("text-bold");
    Label facts =
        new Label(
            words.of(
                "window.data.file", preview.total(), preview.columns().size(), delimiter(preview)));
    facts.getStyleClass().addAll("text-caption", "text-subtle");
    HBox file = new HBox(14, DataView.icon("mdomz-table_chart"), new VBox(name, facts));
    file.setAlignment(Pos.CENTER_LEFT);
    ComboBox<String> format = new ComboBox<>();
    Set<String> formats = new LinkedHashSet<>(FORMATS);
    formats.add(preview.format());
    format.getItems().setAll(formats);
    format.setConverter(named(id -> FormatNames.of(id, words)));
    format.setId("format");
    choose(format, preview.format(), model::chooseFormat);
    SearchableComboBox<String> charset = new SearchableComboBox<>();
    Set<String> charsets = new LinkedHashSet<>(USUAL);
    if (!preview.charset().isEmpty()) {
      charsets.add(preview.charset());
    }
    charsets.addAll(Charset.availableCharsets().keySet());
    charset.getItems().setAll(new ArrayList<>(charsets));
    charset.setId("charset");
    charset.setPrefWidth(150);
    choose(charset, preview.charset(), model::chooseCharset);
    OneOfFew<Split> use =
        new OneOfFew<>(
            List.of(Split.NONE, Split.TRAIN, Split.TEST),
            model.split(),
            split -> use(split, words),
            model::chooseSplit);
    getChildren().addAll(file, captioned(words.of("window.data.format"), format));
    if (!preview.charset().isEmpty()) {
      getChildren().add(captioned(words.of("window.data.charset"), charset));
    }
    CellsChoice cells = new CellsChoice(preview, model, words);
    if (preview.parted()) {
      getChildren()
          .addAll(
              captioned(words.of("window.data.cells"), cells.delimiter()),
              captioned(words.of("window.data.quotes"), cells.quotes()));
    }
    if (preview.headed()) {
      getChildren().add(captioned(words.of("window.data.header"), cells.header()));
    }
    getChildren().add(captioned(words.of("window.data.use"), use));
    if (model.somethingIn()) {
      getChildren().add(captioned(words.of("window.data.known"), known(preview, model)));
    }
    if (model.found()) {
      getChildren()
          .add(
              new Chip(
                  words.of("window.data.found"), Icon.of("mdoal-lightbulb"), "small", "accent"));
    }
  }

  private OneOfFew<Known> known(FilePreview preview, ImportViewModel model) {
    Known all = preview.before().isPresent() ? Known.AGAIN : Known.REFUSE_FILE;
    OneOfFew<Known> known =
        new OneOfFew<>(
            List.of(all, Known.LEAVE_OUT),
            model.known(),
            choice ->
                words.of(
                    choice == Known.LEAVE_OUT
                        ? "window.data.known.out"
                        : "window.data.known.again"),
            model::chooseKnown);
    known.setId("known");
    return known;
  }

  private static void choose(ComboBox<String> box, String first, Consumer<String> chosen) {
    box.setValue(first);
    box.valueProperty()
        .addListener((property, before, now) -> {
          if (now != null && !now.equals(before)) {
            chosen.accept(now);
          }
        });
  }

  private static HBox captioned(String words, Node control) {
    Label caption = new Label(words);
    caption.getStyleClass().addAll("text-small", "text-muted");
    caption.setLabelFor(control);
    HBox box = new HBox(8, caption, control);
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private String delimiter(FilePreview preview) {
    if (!"csv".equals(preview.format())) {
      return FormatNames.of(preview.format(), words);
    }
    return CellsChoice.name(preview.delimiter(), words);
  }

  static String use(Split split, Messages words) {
    return words.of(
        switch (split) {
          case TRAIN -> "window.data.use.train";
          case TEST -> "window.data.use.test";
          default -> "window.data.use.none";
        });
  }

  private static StringConverter<String> named(java.util.function.UnaryOperator<String> names) {
    return new StringConverter<>() {
      @Override
      public String toString(String value) {
        return value == null ? "" : names.apply(value);
      }

      @Override
      public String fromString(String typed) {
        return typed;
      }
    };
  }
}
