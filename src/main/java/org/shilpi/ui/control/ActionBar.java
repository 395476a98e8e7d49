package org.shilpi.ui.control;

import atlantafx.base.controls.Spacer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The foot of a page: the way back and further actions at the left, then a quiet fact, then the
/// one primary action.
public final class ActionBar extends HBox {
  private final HBox left = new HBox(12);
  private final Label fact = new Label();
  private final HBox right = new HBox(12);

  public ActionBar() {
    getStyleClass().add("action-bar");
    left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    right.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    left.setMinWidth(USE_PREF_SIZE);
    right.setMinWidth(USE_PREF_SIZE);
    fact.getStyleClass().add("fact");
    getChildren().addAll(left, new Spacer(), fact, right);
  }

  /// Takes everything off, for a page that changes what it is for.
  public ActionBar clear() {
    left.getChildren().clear();
    right.getChildren().clear();
    return fact("");
  }

  /// Adds a quiet button at the left.
  public ActionBar left(javafx.scene.Node... nodes) {
    left.getChildren().addAll(nodes);
    return this;
  }

  /// The words left of the primary action; bind to it or set it.
  public Label fact() {
    return fact;
  }

  public ActionBar fact(String words) {
    fact.setText(words);
    return this;
  }

  /// Puts the primary action at the right, with anything that belongs beside it.
  public ActionBar right(javafx.scene.Node... nodes) {
    right.getChildren().addAll(nodes);
    return this;
  }

  /// Does what the primary action does, if it can be done now.
  public void fire() {
    right.getChildren().stream()
        .filter(node -> node instanceof Button && node.getStyleClass().contains("accent"))
        .filter(node -> !node.isDisabled() && node.isVisible())
        .map(Button.class::cast)
        .findFirst()
        .ifPresent(Button::fire);
  }

  /// The one button of the page that acts; it answers to Ctrl+Enter too.
  public static Button primary(String words, String icon) {
    Button button = new Button(words, Icon.of(icon));
    button.getStyleClass().add("accent");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  public static Button quiet(String words, String icon) {
    Button button = new Button(words, Icon.of(icon));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }
}
