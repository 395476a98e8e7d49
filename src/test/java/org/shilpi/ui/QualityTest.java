package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Dealing;
import org.shilpi.job.JobContext;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.CheckQuality;
import org.shilpi.workflow.DealTexts;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;
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
    press(robot, side("Quality"));
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

  @Test
  void contradictionsAreDecidedAndDoubtfulLabelsReviewedWithKeys(FxRobot robot) throws Exception {
    rig.surveyor = QualityTest::survey;
    rig.newProject("Mail triage, south office");
    rig.go(Place.DATA);
    rig.drop(mails());
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    press(robot, "#bring-in");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    press(robot, side("Quality"));
    rig.until(() -> robot.lookup("#decide-now").tryQuery().isPresent());

    press(robot, "#decide-now");
    rig.until(() -> robot.lookup(".decide-all").queryAll().size() == 18);
    press(robot, ".decide-all");
    rig.until(() -> robot.lookup(".decide-all").queryAll().size() == 16);
    rig.pictures("quality-decide");
    press(robot, "#leave-finding");
    rig.until(() ->
        robot.lookup("#look-deeper").match(node -> !node.isDisabled()).tryQuery().isPresent());

    press(robot, "#look-deeper");
    rig.until(() -> robot.lookup("#review-labels").tryQuery().isPresent());
    rig.pictures("quality-deep");
    scrollDown(robot);
    rig.pictures("quality-deep-below");
    rig.size(1024, 700);
    rig.picture("light-quality-deep-1024");
    rig.size(1440, 900);

    press(robot, "#review-labels");
    rig.until(() -> robot.lookup("#review").tryQuery().isPresent());
    rig.pictures("quality-review");
    rig.size(1024, 700);
    rig.picture("light-quality-review-1024");
    rig.size(1440, 900);
    LabelExamples labels = new LabelExamples(project());
    robot.type(KeyCode.DIGIT1);
    robot.type(KeyCode.DIGIT2);
    rig.until(() -> labels.labelOf(4).equals(Optional.of("Phishing")));
    robot.type(KeyCode.BACK_SPACE);
    rig.until(() -> labels.labelOf(4).equals(Optional.of("Genuine")));
    rig.until(() -> robot.lookup("#answer-3").tryQuery().isPresent());
    robot.type(KeyCode.DIGIT3);
    rig.until(() -> labels.labelOf(4).isEmpty());
    rig.until(() -> robot.lookup("#review-done").tryQuery().isPresent());
    rig.picture("light-quality-reviewed");
    press(robot, "#review-done");
    rig.until(() ->
        robot.lookup("#findings").tryQuery().isPresent()
            && robot.lookup("#review-labels").tryQuery().isEmpty());
    assertThat(labels.labelOf(1)).contains("Genuine");

    press(robot, side("Split"));
    rig.until(() -> robot.lookup("#parts").tryQuery().isPresent());
    rig.pictures("splits");
    rig.size(1024, 700);
    rig.picture("light-splits-1024");
    rig.size(1440, 900);
    press(robot, side("By time"));
    rig.until(() -> new DealTexts(project()).rule() == Dealing.By.TIME);
    rig.until(
        () -> robot.lookup("#parts").match(node -> !node.isDisabled()).tryQuery().isPresent());
    rig.picture("light-splits-time");
  }

  /// Texts 1 and 4 seem to be phishing; a curve that rises.
  private static Survey survey(SurveyTask task, JobContext context) {
    int texts = task.texts().size();
    float[][] sure = new float[texts][task.classes()];
    for (int row = 0; row < texts; row++) {
      int says = row == 0 || row == 3 ? 1 : Math.max(0, task.labels()[row]);
      Arrays.fill(sure[row], 0.02f);
      sure[row][says] = row == 0 ? 0.9f : 0.85f;
    }
    int[] sizes = {6, 12, 24, 47, 93};
    int[] hits = {8, 12, 15, 17, 18};
    return new Survey(512, new int[texts], new float[texts], sure, sizes, hits, 23);
  }

  private static Predicate<Node> side(String name) {
    return node -> node instanceof ToggleButton side && side.getText().startsWith(name);
  }

  /// Fired and not clicked: what is drawn anew while the mouse is on its way cannot be hit.
  private static void press(FxRobot robot, String button) {
    WindowRig.onFx(() -> robot.lookup(button).<ButtonBase>query().fire());
  }

  private static void press(FxRobot robot, Predicate<Node> button) {
    WindowRig.onFx(() -> robot.lookup(button).<ButtonBase>query().fire());
  }

  private static void scrollDown(FxRobot robot) {
    WindowRig.onFx(() -> robot.lookup(".scroll-pane.page").<ScrollPane>query().setVvalue(1));
  }

  private ProjectSession project() {
    return rig.workspace.projectProperty().get().orElseThrow();
  }

  private long findings() {
    return new CheckQuality(project(), rig.services.catalogue()).last().orElseThrow().open();
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
