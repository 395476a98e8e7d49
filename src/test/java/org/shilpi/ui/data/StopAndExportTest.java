package org.shilpi.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.ui.WindowRig;
import org.shilpi.ui.shell.Place;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StopAndExportTest {
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
  void aStoppedImportLeavesNothingOfTheFile(FxRobot robot) throws Exception {
    Path file = folder.resolve("many.csv");
    try (BufferedWriter csv = Files.newBufferedWriter(file)) {
      csv.write("text,label\n");
      for (int i = 0; i < 200_000; i++) {
        csv.write("This is text number " + i + " of a long file,label " + i % 5 + "\n");
      }
    }
    rig.newProject("Stopped");
    rig.go(Place.DATA);
    rig.drop(file);
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    robot.clickOn("#bring-in");
    rig.until(() -> robot.lookup(".progress-strip .progress-bar").tryQuery().isPresent());
    rig.picture("light-data-importing");
    robot.clickOn("Stop");
    rig.until(() -> !rig.workspace.busyProperty().get());
    assertThat(robot.lookup("#bring-in").tryQuery()).isPresent();
    WindowRig.onFx(rig.workspace::refresh);
    assertThat(rig.workspace.summaryProperty().get().orElseThrow().texts()).isZero();
  }

  @Test
  void rowsThatStayedOutAreSavedWithTheirReasons(FxRobot robot) throws Exception {
    Path file =
        Files.writeString(folder.resolve("few.csv"), "text,label\na text,one\n ,two\nb,x,y\n");
    rig.newProject("Export");
    rig.go(Place.DATA);
    rig.drop(file);
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    robot.clickOn("#bring-in");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    Path saved = folder.resolve("rejected.csv");
    WindowRig.onFx(() -> new DataViewModel(rig.workspace).texts().saveRejected(saved));
    rig.until(() -> !rig.workspace.busyProperty().get());
    assertThat(saved).content().contains("few.csv,2,no-text").contains("few.csv,3,many-cells");
  }
}
