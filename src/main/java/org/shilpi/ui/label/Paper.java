package org.shilpi.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.Icon;
import org.shilpi.ui.control.WordText;

/// One part of a text, to be read: paragraphs, scrolled where they are too long, and a sign where
/// more lies below.
final class Paper extends StackPane {
  private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R[ \\t\\x0B\\f\\r]*\\R\\s*");
  private static final double MEASURE = 760;
  private static final double ONE_LINE = 26;

  private final Messages words;
  private final VBox paragraphs = new VBox(12);
  private final ScrollPane scroll = new ScrollPane(paragraphs);
  private final Button more = new Button("", Icon.of("mdoal-expand_more", "small"));
  private String afterThis = "";

  Paper(Messages words, Runnable down) {
    this.words = words;
    paragraphs.getStyleClass().add("paper");
    paragraphs.setPadding(new Insets(16, 20, 16, 20));
    paragraphs.setMaxWidth(MEASURE + 40);
    scroll.getStyleClass().add("bare");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setId("paper");
    more.getStyleClass().addAll("small", "more-below");
    more.setFocusTraversable(false);
    more.setOnAction(event -> down.run());
    StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(more, new Insets(0, 20, 8, 0));
    getChildren().addAll(scroll, more);
    setMinHeight(0);
    scroll.vvalueProperty().addListener(change -> showMore());
    scroll.viewportBoundsProperty().addListener(change -> showMore());
    paragraphs.heightProperty().addListener(change -> showMore());
  }

  /// Shows a part from its beginning.
  ///
  /// @param afterwards what the sign says at the end of the part; empty where the text ends
  void show(String part, String afterwards) {
    List<WordText> shown = new ArrayList<>();
    for (String paragraph : BETWEEN_PARAGRAPHS.split(part.strip())) {
      shown.add(new WordText(paragraph.strip()));
    }
    paragraphs.getChildren().setAll(shown);
    afterThis = afterwards;
    scroll.setVvalue(0);
    showMore();
  }

  private double hidden() {
    return Math.max(0, paragraphs.getHeight() - scroll.getViewportBounds().getHeight());
  }

  private void showMore() {
    boolean below = hidden() * (1 - scroll.getVvalue()) > 4;
    more.setText(below ? words.of("label.more") : afterThis);
    more.setVisible(!more.getText().isEmpty());
  }

  /// Turns one screen down or up.
  ///
  /// @return false if there was nothing left to turn
  boolean turn(boolean down) {
    double hidden = hidden();
    double from = scroll.getVvalue() * hidden;
    double screen = Math.max(ONE_LINE, scroll.getViewportBounds().getHeight() - ONE_LINE);
    double to = Math.clamp(from + (down ? screen : -screen), 0, hidden);
    if (Math.abs(to - from) < 1) {
      return false;
    }
    scroll.setVvalue(to / hidden);
    return true;
  }

  void end(boolean bottom) {
    scroll.setVvalue(bottom ? 1 : 0);
  }
}
