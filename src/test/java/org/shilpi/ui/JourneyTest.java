package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.ui.shell.Place;
import org.shilpi.worker.WorkerScorer;
import org.shilpi.worker.WorkerTrainer;
import org.shilpi.workflow.ProjectSummary;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A newcomer's first quarter of an hour, in the real window with real workers: open a sample,
/// label, train, evaluate.
@ExtendWith(ApplicationExtension.class)
class JourneyTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @Start
  void start(Stage stage) {
    rig = new WindowRig(stage, folder, 1000, 760, new WorkerTrainer(), new WorkerScorer());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aNewcomerGetsFromASampleToAnHonestScore(FxRobot robot) throws Exception {
    rig.press(robot, "#sample-mail-triage");
    rig.until(() -> rig.workspace.summaryProperty().get().isPresent());
    int labeled = summary().labeled();

    rig.go(Place.LABEL);
    for (int decision = 1; decision <= 3; decision++) {
      int expected = labeled + decision;
      rig.until(() -> robot.lookup(".label-cap").tryQuery().isPresent());
      robot.press(KeyCode.DIGIT2).release(KeyCode.DIGIT2);
      rig.until(() -> summary().labeled() == expected);
    }

    rig.go(Place.TRAIN);
    rig.press(robot, "#start-training");
    rig.until(300, () -> WindowRig.ready(robot, "#go-evaluate"));
    rig.press(robot, "#go-evaluate");
    rig.press(robot, "#start-evaluation");
    rig.until(300, () -> WindowRig.ready(robot, "#per-label"));
    assertThat(summary().accuracy())
        .get()
        .satisfies(right -> assertThat(right).isBetween(0.3, 1.0));
    rig.size(1440, 900);
    rig.pictures("journey");
  }

  private ProjectSummary summary() {
    return rig.workspace.summaryProperty().get().orElseThrow();
  }
}
