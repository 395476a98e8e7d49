package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.CheckQuality;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QualityTest {
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
  void findingsAreShownWithTheirTextsMendedAndUndone(FxRobot robot) throws Exception {
    rig.newProject("Mail triage, north office");
    rig.go(Place.DATA);
    rig.drop(mails());
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    robot.clickOn("#bring-in");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    // Fired and not clicked: the switch may be drawn anew while the mouse is on its way.
    WindowRig.onFx(() ->
        robot
            .lookup((Node node) ->
                node instanceof ToggleButton side && side.getText().startsWith("Quality"))
            .<ToggleButton>query()
            .fire());
    rig.until(() -> robot.lookup("#findings").tryQuery().isPresent());
    long found = findings();
    assertThat(found).isGreaterThan(2);
    rig.pictures("quality");
    rig.size(1024, 700);
    rig.picture("light-quality-1024");
    rig.size(1440, 900);

    robot.clickOn("Show");
    rig.until(() -> robot.lookup("#finding-texts").tryQuery().isPresent());
    rig.pictures("quality-texts");
    robot.clickOn("#leave-finding");
    rig.until(() -> robot.lookup("#findings").tryQuery().isPresent());

    robot.clickOn(robot.lookup(".mend").<Node>query());
    rig.until(() -> robot.lookup("#undo-mend").tryQuery().isPresent());
    rig.picture("light-quality-mended");
    assertThat(findings()).isLessThan(found);
    robot.clickOn("#undo-mend");
    rig.until(() -> findings() == found && robot.lookup("#undo-mend").tryQuery().isEmpty());
  }

  private long findings() {
    return new CheckQuality(
            rig.workspace.projectProperty().get().orElseThrow(), rig.services.catalogue())
        .last()
        .orElseThrow()
        .open();
  }

  /// Mails with copies, contradictions, a small label, broken characters and very long texts.
  private static Path mails() {
    StringBuilder csv = new StringBuilder("body,category\n");
    String[] labels = {"Genuine", "Phishing", "Spam"};
    String[] bodies = {
      "Hello all, please find below the minutes of the meeting on %d May and the open points. Regards, Anna",
      "Dear customer, your parcel %d could not be delivered. Pay the fee within 24 hours or it goes back.",
      "Printers from %d, free delivery this week only. Unsubscribe at the end of this mail."
    };
    for (int i = 0; i < 90; i++) {
      String body = bodies[i % 3].formatted(i * 7919 % 1000);
      String own = " Reference " + Integer.toHexString(i * 40503 + 77) + " " + i * 31;
      csv.append('"').append(body).append(own).append("\",").append(labels[i % 3]).append('\n');
    }
    for (int i = 0; i < 9; i++) {
      csv.append("\"Please confirm the new account for invoice ").append(i).append("\",Genuine\n");
      csv.append("\"Please confirm the new account for invoice ").append(i).append("\",Phishing\n");
    }
    for (int i = 0; i < 5; i++) {
      csv.append("\"See the attached macro for your refund of ").append(i * i + 3);
      csv.append(" euros\",Harmful attachment\n");
    }
    csv.append("\"GrÃ¼ÃŸe aus MÃ¼nchen, die Rechnung liegt bei\",Genuine\n");
    csv.append("\"")
        .append("many words that nobody reads to the end ".repeat(90))
        .append("\",Spam\n");
    csv.append("\"ok\",Genuine\n");
    try {
      return Files.writeString(folder.resolve("mail-archive-may.csv"), csv);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
