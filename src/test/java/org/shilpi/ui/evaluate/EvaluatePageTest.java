package org.shilpi.ui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.text.Messages;
import org.shilpi.ui.WindowRig;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.OpenSample;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class EvaluatePageTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @Start
  void start(Stage stage) {
    rig = new WindowRig(stage, folder, 1440, 900, new DjlTrainer(), new DjlScorer());
    size(1440, 900);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aQuickRunIsTrainedEvaluatedAndExplained(FxRobot robot) throws Exception {
    Path sample = Path.of("sample-data", "mail-triage").toAbsolutePath();
    WindowRig.onFx(() ->
        rig.workspace.start(
            "open",
            context ->
                new OpenSample(rig.services.clock())
                    .run(sample, folder.resolve("Mail triage"), Catalogue.BUILT_IN, context),
            Place.EVALUATE));
    rig.until(
        () -> robot.lookup("There is no finished run to evaluate yet.").tryQuery().isPresent());
    rig.picture("light-evaluate-none");
    rig.go(Place.TRAIN);
    rig.until(() -> WindowRig.ready(robot, "#start-training"));
    WindowRig.onFx(() -> robot.lookup("#start-training").queryButton().fire());
    rig.until(300, () -> WindowRig.ready(robot, "#go-evaluate"));
    rig.until(() -> robot.lookup("Beside the plain ways").tryQuery().isPresent());
    rig.picture("light-train-quick-done");
    WindowRig.onFx(() -> robot.lookup("#go-evaluate").queryButton().fire());
    rig.until(() -> WindowRig.ready(robot, "#start-evaluation"));
    rig.picture("light-evaluate-not-yet");
    WindowRig.onFx(() -> robot.lookup("#start-evaluation").queryButton().fire());
    rig.until(300, () -> WindowRig.ready(robot, "#per-label"));
    rig.until(() -> !texts(robot).getItems().isEmpty());
    pictures("evaluate");
    WindowRig.onFx(() -> robot.lookup("#evaluate").queryAs(ScrollPane.class).setVvalue(1));
    rig.picture("light-evaluate-table");
    WindowRig.onFx(() -> robot.lookup("#evaluate").queryAs(ScrollPane.class).setVvalue(0));
    size(1024, 700);
    rig.picture("light-1024-evaluate");
    size(1440, 900);
    showsTheTextsOfTheCellThatWasWalkedTo(robot);
    savesAReport();
  }

  private void showsTheTextsOfTheCellThatWasWalkedTo(FxRobot robot) throws Exception {
    Evaluation evaluation = stored();
    WindowRig.onFx(() -> robot.lookup("#cell-0-0").queryButton().requestFocus());
    robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(robot.lookup("#cell-1-1").queryButton().isFocused()).isTrue();
    robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
    rig.until(() -> texts(robot).getItems().size() == evaluation.confusion()[1][1]);
  }

  private void savesAReport() throws Exception {
    EvaluateViewModel model = new EvaluateViewModel(rig.workspace);
    WindowRig.onFx(model::refresh);
    rig.until(() -> model.judgedProperty().get().isPresent());
    assertThat(model.reportName()).isEqualTo("Mail triage 1.html");
    Path file = folder.resolve(model.reportName());
    WindowRig.onFx(() -> model.saveReport(file, new Messages("hi")));
    rig.until(() -> Files.exists(file));
    assertThat(file).content().contains("Phishing");
  }

  private Evaluation stored() {
    ProjectSession project = rig.workspace.projectProperty().get().orElseThrow();
    return new EvaluateModel(project, rig.services.catalogue(), rig.services.scorer())
        .stored(1, Split.TEST)
        .orElseThrow();
  }

  private static ListView<?> texts(FxRobot robot) {
    return robot.lookup("#mixed-up").queryListView();
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
