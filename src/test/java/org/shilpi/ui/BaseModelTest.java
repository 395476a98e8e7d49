package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class BaseModelTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @Start
  void start(Stage stage) {
    rig = new WindowRig(stage, folder, 1440, 900);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theBuiltInModelIsCheckedAndChosen(FxRobot robot) throws Exception {
    rig.newProject("Mail triage, north office");
    rig.go(Place.BASE_MODEL);
    rig.until(() -> robot.lookup("checked").tryQuery().isPresent());
    rig.until(() -> rig.machine.machineProperty().get().isPresent());
    rig.pictures("base-model");
    rig.size(1024, 700);
    rig.picture("light-base-model-1024");
    robot.clickOn("#use-model");
    rig.until(() -> !rig.workspace.busyProperty().get());
    assertThat(rig.workspace.projectProperty().get().orElseThrow().baseModel())
        .isEqualTo("minilm-l6-v2");
  }

  @Test
  void aFolderThatIsNoModelIsRefusedWithItsCauseAndNothingCopied(FxRobot robot) throws Exception {
    rig.newProject("Refusal");
    rig.go(Place.BASE_MODEL);
    rig.until(() -> robot.lookup("checked").tryQuery().isPresent());
    Path empty = Files.createDirectories(folder.resolve("no-model"));
    rig.drop(empty);
    rig.until(() -> robot.lookup(".verdict.danger").tryQuery().isPresent());
    rig.picture("light-base-model-refused");
    assertThat(folder.resolve("models/no-model")).doesNotExist();
  }
}
