package org.shilpi.ui.label;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shilpi.text.Messages;
import org.shilpi.ui.control.WordText;
import org.shilpi.ui.shell.Page;

/// A further label, over the page.
final class NewLabelView extends VBox {
  private final NewLabelForm form;

  NewLabelView(LabelViewModel model, Messages words, Page.Over over) {
    getStyleClass().add("sheet-over");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setPrefWidth(408);
    Label title = new Label(words.of("label.new"));
    title.getStyleClass().add("title-3");
    int place = model.deskProperty().get().labels().size();
    String hint =
        LabelKeys.name(place)
            .map(key -> words.of("label.new.key", key.toUpperCase(java.util.Locale.ROOT)))
            .orElseGet(() -> words.of("label.new.no-key"));
    form = new NewLabelForm(words, model::addLabel, over::hide);
    getChildren().addAll(title, form, new WordText(hint, "text-caption", "text-subtle"));
  }

  void focus() {
    form.focus();
  }
}
