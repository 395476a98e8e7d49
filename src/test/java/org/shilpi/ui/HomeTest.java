package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.ui.shell.Look;
import org.shilpi.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class HomeTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @Start
  void start(Stage stage) {
    rig = new WindowRig(stage, folder, 1000, 760);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aSampleOpensAsAProjectAndStandsOnHomeWithItsProgress(FxRobot robot) throws Exception {
    rig.size(1440, 900);
    rig.until(() -> robot.lookup("#sample-bank-queries").tryQuery().isPresent());
    WindowRig.onFx(() -> robot.lookup("#sample-bank-queries").queryButton().fire());
    rig.until(() -> rig.workspace.summaryProperty().get().isPresent());
    rig.go(Place.HOME);
    rig.until(() -> robot.lookup("#continue").tryQuery().isPresent());
    rig.pictures("home");
  }

  @Test
  void aNewcomerFindsSamplesInBothThemesAndLanguages(FxRobot robot) throws Exception {
    rig.until(() -> robot.lookup("#sample-bank-queries").tryQuery().isPresent());
    rig.until(() -> rig.machine.machineProperty().get().isPresent());
    rig.picture("light-home-new");
    robot.clickOn("#switch-look");
    assertThat(rig.preferences.lookProperty().get()).isEqualTo(Look.DARK);
    rig.picture("dark-home-new");
    robot.clickOn("#switch-look").clickOn("#switch-language");
    assertThat(robot.lookup("हाल के प्रोजेक्ट").tryQuery()).isPresent();
    rig.picture("hi-home-new");
  }
}
