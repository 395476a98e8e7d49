package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.settings.Settings;
import org.shilpi.settings.SettingsFile;
import org.shilpi.ui.shell.Look;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Remembered;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ShellTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @SuppressWarnings("NullAway.Init")
  private SettingsFile file;

  @Start
  void start(Stage stage) throws Exception {
    rig = new WindowRig(stage, folder, 1000, 760);
    file = new SettingsFile(rig.services.folders());
    new Remembered(file, file.load(), rig.workspace, rig.preferences).start();
    rig.preferences.languageProperty().set("en");
    rig.preferences.lookProperty().set(Look.LIGHT);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void keysWalkTheStepsAndShowAllKeys(FxRobot robot) throws Exception {
    rig.newProject("Keys");
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(rig.workspace.placeProperty().get()).isEqualTo(Place.DATA);
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
    assertThat(rig.workspace.placeProperty().get()).isEqualTo(Place.HOME);
    robot.push(KeyCode.H);
    assertThat(robot.lookup("All keys").tryQuery()).isPresent();
    rig.picture("light-keys");
    robot.push(KeyCode.ESCAPE);
    rig.until(() -> robot.lookup("go to a step").tryQuery().isEmpty());
    robot.push(KeyCode.F1);
    assertThat(robot.lookup("go to a step").tryQuery()).isPresent();
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void withoutAProjectThereIsOnlyHome(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(rig.workspace.placeProperty().get()).isEqualTo(Place.HOME);
  }

  @Test
  void aNewProjectIsMadeInTheForm(FxRobot robot) throws Exception {
    robot.clickOn("#new-project");
    rig.until(() -> robot.lookup("#project-name").tryQuery().isPresent());
    rig.picture("light-new-project");
    robot.clickOn("#project-name").write("Letters/2026");
    assertThat(robot.lookup("#create-project").queryButton().isDisabled()).isTrue();
    robot.clickOn("#project-name").push(KeyCode.CONTROL, KeyCode.A).write("Letters 2026");
    robot.clickOn("#create-project");
    rig.until(() -> rig.workspace.summaryProperty().get().isPresent());
    assertThat(folder.resolve("projects/Letters 2026/project.mv.db")).exists();
    assertThat(rig.workspace.placeProperty().get()).isEqualTo(Place.BASE_MODEL);
  }

  @Test
  void whatWasChosenIsThereInTheNextSession(FxRobot robot) throws Exception {
    rig.newProject("Remembered");
    robot.clickOn("#switch-look").clickOn("#switch-language");
    Path project = folder.toRealPath().resolve("projects/Remembered");
    rig.until(() -> file.load().language().equals("hi") && file.load().theme().equals("dark"));
    Settings kept = file.load();
    assertThat(kept.recent().getFirst()).isEqualTo(project);
  }

  @Test
  void projectsOfEarlierSessionsStandOnHome(FxRobot robot) throws Exception {
    rig.newProject("Earlier");
    rig.close();
    Settings settings =
        Settings.DEFAULTS.withRecent(folder.resolve("projects/Earlier")).withLanguage("en");
    WindowRig.onFx(() -> {
      rig = new WindowRig(rig.stage, folder, 1000, 760);
      new Remembered(file, settings, rig.workspace, rig.preferences).start();
    });
    rig.until(() -> robot.lookup("#continue").tryQuery().isPresent());
    rig.until(() -> robot.lookup("Earlier waits for its texts.").tryQuery().isPresent());
    robot.clickOn("#continue");
    rig.until(() -> rig.workspace.projectProperty().get().isPresent());
  }

  @Test
  void aFolderThatIsNoProjectIsRefusedWithItsCure(FxRobot robot) throws Exception {
    Path empty = Files.createDirectories(folder.resolve("nothing"));
    rig.drop(empty);
    rig.until(() -> robot.lookup(".toast.failure").tryQuery().isPresent());
    rig.picture("light-failure");
    assertThat(List.of(Place.HOME)).contains(rig.workspace.placeProperty().get());
  }
}
