package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Kind;
import org.shilpi.ui.control.StepMark;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.StepState;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.PrivacyGate;
import org.shilpi.workflow.PrivacySummary;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PrivacyPageTest {
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
  void whatTheTextsGiveAwayIsHiddenAndBroughtBackOrWaived(FxRobot robot) throws Exception {
    rig.newProject("Customer care");
    rig.go(Place.DATA);
    rig.drop(letters());
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    // The sides are drawn anew with each of their counts.
    rig.until(() -> side(robot, "Privacy ·") && side(robot, "Quality ·"));
    robot.clickOn(
        (Node node) -> node instanceof ToggleButton side && side.getText().startsWith("Privacy"));
    rig.until(() -> robot.lookup("#hide-all").tryQuery().isPresent());
    assertThat(gate().state()).isEqualTo(GateState.BLOCKED);
    String before = text();
    assertThat(before).contains("asha.verma@depot-post.example");
    rig.pictures("privacy");
    rig.size(1024, 700);
    rig.picture("light-privacy-1024");
    rig.size(1440, 900);

    rig.go(Place.TRAIN);
    rig.until(() -> robot.lookup("#go-privacy").tryQuery().isPresent());
    assertThat(rig.workspace.stepsProperty().get().get(Place.DATA))
        .extracting(StepState::mark, StepState::key)
        .containsExactly(StepMark.ATTENTION, "window.step.private");
    rig.pictures("privacy-train");
    robot.clickOn("#go-privacy");
    rig.until(() -> robot.lookup("#hide-all").tryQuery().isPresent());

    robot.clickOn("#look-through");
    rig.until(() -> robot.lookup("#privacy-review").tryQuery().isPresent());
    rig.pictures("privacy-review");
    long unsure = unsure();
    robot.clickOn(robot.lookup(".private-no").<Node>query());
    rig.until(() -> unsure() < unsure);
    robot.clickOn("#leave-review");
    rig.until(() -> robot.lookup("#hide-all").tryQuery().isPresent());

    robot.clickOn("#own-name").write("invoice").clickOn("#own-regex").write("(");
    robot.clickOn("#add-pattern");
    rig.until(() -> robot.lookup(".verdict.danger").tryQuery().isPresent());
    robot.clickOn("#own-regex").eraseText(1).write("invoice [0-9]+");
    robot.clickOn("#add-pattern");
    rig.until(() -> kinds().contains(Kind.CUSTOM));
    rig.until(() -> robot.lookup(".remove-own").queryAll().size() == 2);
    rig.pictures("privacy-own");
    robot.clickOn(robot.lookup(".remove-own").<Node>query());
    rig.until(() -> !kinds().contains(Kind.CUSTOM));
    rig.until(() -> gate().state() == GateState.BLOCKED);
    rig.until(() -> robot.lookup("#hide-all").tryQuery().isPresent());

    robot.clickOn("#hide-all");
    rig.until(() -> gate().state() == GateState.PASSED);
    rig.until(() -> robot.lookup("#bring-back").tryQuery().isPresent());
    assertThat(text()).doesNotContain("asha.verma@depot-post.example");
    rig.pictures("privacy-hidden");

    robot.clickOn("#bring-back");
    rig.until(() -> gate().state() == GateState.BLOCKED);
    rig.until(() -> robot.lookup("#waive-reason").tryQuery().isPresent());
    assertThat(text()).isEqualTo(before);
    robot.clickOn("#waive-reason").write("made up for a test");
    robot.clickOn("#waive");
    rig.until(() -> gate().state() == GateState.WAIVED);
    rig.picture("light-privacy-waived");
  }

  private ProjectSession session() {
    return rig.workspace.projectProperty().get().orElseThrow();
  }

  private PrivacySummary gate() throws IOException {
    return new PrivacyGate(session()).summary();
  }

  private static boolean side(FxRobot robot, String begin) {
    return robot
        .lookup(
            (Node node) -> node instanceof ToggleButton side && side.getText().startsWith(begin))
        .tryQuery()
        .isPresent();
  }

  private List<Kind> kinds() throws IOException {
    return gate().kinds().stream().map(PrivacySummary.KindCount::kind).toList();
  }

  private long unsure() throws IOException {
    return gate().kinds().stream().mapToLong(PrivacySummary.KindCount::unsure).sum();
  }

  private String text() {
    return new LabelExamples(session()).find(1).orElseThrow().text();
  }

  private static Path letters() {
    StringBuilder csv = new StringBuilder("text,label,sender,meta.contact\n");
    for (int i = 0; i < 30; i++) {
      csv.append(
              "\"Dear team, this is Asha Verma (asha.verma@depot-post.example). Call me on +91 98200 112")
          .append(10 + i)
          .append(
              " about my parcel; my card is 4111 1111 1111 1111. Regards, Asha\",complaint,Asha Verma <asha.verma@depot-post.example>,Asha\n");
      csv.append("\"Please send invoice ").append(i);
      csv.append(
          " to 221B Baker Street, London NW1 6XE, for the attention of Summer Fields. Born 12 May 19");
      csv.append(60 + i % 30).append(".\",request,Front desk,Odette Brezovar\n");
    }
    try {
      return Files.writeString(folder.resolve("letters.csv"), csv);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
