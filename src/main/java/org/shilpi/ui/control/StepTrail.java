package org.shilpi.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A project's steps in one line: small rings with a thread between them.
public final class StepTrail extends HBox {
  public StepTrail(List<StepMark> steps) {
    setAlignment(Pos.CENTER_LEFT);
    for (int i = 0; i < steps.size(); i++) {
      if (i > 0) {
        Region thread = new Region();
        thread.getStyleClass().add("trail-thread");
        thread.setPrefWidth(11);
        getChildren().add(thread);
      }
      StepRing ring = new StepRing();
      ring.show(steps.get(i), 0);
      getChildren().add(ring);
    }
  }
}
