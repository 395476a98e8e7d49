package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.train.RunState;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.OpenSample;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TrainPageTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  private final RecordedRun recorded = new RecordedRun();

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @Start
  void start(Stage stage) {
    rig =
        new WindowRig(
            stage,
            folder,
            1440,
            900,
            recorded,
            (task, context) -> {
              throw new java.io.IOException("not asked");
            });
    stage.setWidth(1440);
    stage.setHeight(900);
  }

  @AfterEach
  void close() {
    recorded.goOn();
    rig.close();
  }

  @Test
  void aRunIsChosenWatchedAndJudgedInPlainWords(FxRobot robot) throws Exception {
    open("mail-triage");
    rig.until(() -> WindowRig.ready(robot, "#start-training"));
    rig.until(() -> robot.lookup("29 min to 53 min").tryQuery().isPresent());
    assertThat(robot.lookup("#start-training").queryButton().getText())
        .isEqualTo("Start Quick, 9 s");
    pictures("train");
    size(1024, 700);
    rig.picture("light-1024-train");
    size(1440, 900);
    WindowRig.onFx(() ->
        robot.lookup("#method-thorough").queryAs(javafx.scene.control.RadioButton.class).fire());
    WindowRig.onFx(() -> robot.lookup("#knobs").queryAs(TitledPane.class).setExpanded(true));
    rig.picture("light-train-knobs");
    WindowRig.onFx(() -> robot.lookup("#knob-dropout").queryAs(TextField.class).setText("1.5"));
    assertThat(robot.lookup("#start-training").queryButton().isDisabled()).isTrue();
    rig.picture("light-train-knob-wrong");
    WindowRig.onFx(() -> robot.lookup("#knob-dropout").queryAs(TextField.class).setText("0.1"));
    WindowRig.onFx(() -> robot.lookup("#start-training").queryButton().fire());
    rig.until(() -> robot.lookup("#run-1").tryQuery().isPresent());
    rig.until(() ->
        robot.lookup("Since pass 4 it memorises instead of learning.").tryQuery().isPresent());
    pictures("train-live");
    size(1024, 700);
    rig.picture("light-1024-train-live");
    size(1440, 900);
    recorded.goOn();
    rig.until(() -> WindowRig.ready(robot, "#go-evaluate"));
    rig.until(() -> robot.lookup("27 min").tryQuery().isPresent());
    pictures("train-done");
  }

  @Test
  void aStoppedRunKeepsItsCurvesAndGoesOn(FxRobot robot) throws Exception {
    open("bank-queries");
    rig.until(() -> WindowRig.ready(robot, "#start-training"));
    WindowRig.onFx(() ->
        robot.lookup("#method-thorough").queryAs(javafx.scene.control.RadioButton.class).fire());
    WindowRig.onFx(() -> robot.lookup("#start-training").queryButton().fire());
    rig.until(() -> robot.lookup("#run-1").tryQuery().isPresent());
    WindowRig.onFx(() -> robot.lookup("#stop-training").queryButton().fire());
    rig.until(() -> WindowRig.ready(robot, "#resume-training"));
    rig.until(() -> robot.lookup("Run 1 was stopped after 6 passes.").tryQuery().isPresent());
    rig.picture("light-train-stopped");
    WindowRig.onFx(() -> robot.lookup("#resume-training").queryButton().fire());
    recorded.goOn();
    rig.until(() -> WindowRig.ready(robot, "#go-evaluate"));
    assertThat(rig.workspace.projectProperty().get().orElseThrow().runs())
        .singleElement()
        .satisfies(run -> assertThat(run.state()).isEqualTo(RunState.DONE));
  }

  @Test
  void aFailedRunSaysCauseAndCureAndOffersItsDetails(FxRobot robot) throws Exception {
    open("bank-queries");
    rig.until(() -> WindowRig.ready(robot, "#start-training"));
    recorded.fail();
    WindowRig.onFx(() -> robot.lookup("#start-training").queryButton().fire());
    rig.until(() -> robot.lookup("#copy-details").tryQuery().isPresent());
    rig.picture("light-train-failed");
    Button copy = robot.lookup("#copy-details").queryButton();
    WindowRig.onFx(copy::fire);
    WindowRig.onFx(() ->
        assertThat(javafx.scene.input.Clipboard.getSystemClipboard().getString())
            .contains("Train again to get them back."));
  }

  private void open(String sample) {
    Path source = Path.of("sample-data", sample).toAbsolutePath();
    WindowRig.onFx(() ->
        rig.workspace.start(
            "open",
            context ->
                new OpenSample(rig.services.clock())
                    .run(source, folder.resolve(sample), Catalogue.BUILT_IN, JobContext.quiet()),
            Place.TRAIN));
  }

  private void size(double width, double height) {
    WindowRig.onFx(() -> {
      rig.stage.setWidth(width);
      rig.stage.setHeight(height);
    });
  }

  private void pictures(String name) {
    rig.picture("light-" + name);
    WindowRig.onFx(rig.preferences::switchLook);
    rig.picture("dark-" + name);
    WindowRig.onFx(rig.preferences::switchLook);
    WindowRig.onFx(rig.preferences::switchLanguage);
    rig.picture("hi-" + name);
    WindowRig.onFx(rig.preferences::switchLanguage);
  }
}
