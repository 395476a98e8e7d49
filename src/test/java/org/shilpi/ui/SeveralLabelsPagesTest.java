package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.evaluate.Figures;
import org.shilpi.evaluate.TargetEvaluation;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.EvaluateModel;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A project whose texts have several labels: everything but labeling works in the window.
@ExtendWith(ApplicationExtension.class)
class SeveralLabelsPagesTest {
  private static final List<String> KINDS = List.of("money", "travel", "food");
  private static final List<List<String>> SAID =
      List.of(
          List.of(
              "the bank charged a fee",
              "my card was declined",
              "I paid the invoice twice",
              "the loan costs too much",
              "they owe me a refund"),
          List.of(
              "the train was late",
              "we missed the flight",
              "the hotel lost our booking",
              "the bus never came",
              "our passports were stamped"),
          List.of(
              "the soup was cold",
              "dinner tasted of salt",
              "they served stale bread",
              "lunch was a cheese sandwich",
              "the cake had no sugar"));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  @Start
  void start(Stage stage) {
    rig = new WindowRig(stage, folder, 1440, 900, new DjlTrainer(), new DjlScorer());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aProjectWithSeveralLabelsATextIsTrainedAndEvaluated(FxRobot robot) throws Exception {
    Path project = folder.resolve("several");
    Path file = Files.writeString(folder.resolve("several.jsonl"), rows());
    try (ProjectSession session =
        ProjectSession.create(
            project, TaskKind.MULTILABEL, Catalogue.BUILT_IN, rig.services.clock())) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
    }
    WindowRig.onFx(() -> rig.workspace.open(project, Place.DATA));
    rig.until(() -> rig.workspace.summaryProperty().get().isPresent());
    rig.until(() -> robot.lookup("money, travel").tryQuery().isPresent());
    rig.until(() -> present(robot, "200 have a label, of 3 kinds; 1 wait for one."));
    rig.picture("light-several-data");
    rig.go(Place.LABEL);
    rig.until(() -> present(robot, "Texts of this project cannot be labeled here yet."));
    assertThat(robot.lookup(".label-cap").tryQuery()).isEmpty();
    rig.pictures("several-label");
    rig.go(Place.BASE_MODEL);
    rig.picture("light-several-base-model");
    rig.go(Place.TRAIN);
    rig.press(robot, "#start-training");
    rig.until(300, () -> WindowRig.ready(robot, "#go-evaluate"));
    rig.picture("light-several-train");
    rig.press(robot, "#go-evaluate");
    rig.press(robot, "#start-evaluation");
    rig.until(300, () -> WindowRig.ready(robot, "#per-label"));
    assertThat(robot.lookup("#per-label").queryTableView().getItems()).hasSize(3);
    ProjectSession open = rig.workspace.projectProperty().get().orElseThrow();
    TargetEvaluation found =
        (TargetEvaluation)
            new EvaluateModel(open, rig.services.catalogue(), rig.services.scorer())
                .assessed(1, Split.TEST)
                .orElseThrow();
    String f1 = Figures.percent(found.whole().counts().f1());
    assertThat(robot.lookup(f1 + " %").tryQuery()).isPresent();
    assertThat(robot.lookup("#save-report").query().isVisible()).isFalse();
    rig.pictures("several-evaluate");
    rig.size(1024, 700);
    rig.picture("light-1024-several-evaluate");
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      List<String> text = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (int kind = 0; kind < KINDS.size(); kind++) {
        if ((i >> kind) % 2 == 0) {
          labels.add("\"" + KINDS.get(kind) + "\"");
          text.add(SAID.get(kind).get(i / 8 % 5));
        }
      }
      rows.append("{\"text\":\"Letter ")
          .append(i)
          .append(": ")
          .append(text.isEmpty() ? "nothing much happened here" : String.join(" and ", text))
          .append(".\",\"labels\":[")
          .append(String.join(",", labels))
          .append("]}\n");
    }
    return rows.append("{\"text\":\"nobody looked at this one\",\"labels\":null}\n").toString();
  }

  private static boolean present(FxRobot robot, String words) {
    return robot.lookup(words).tryQuery().isPresent();
  }
}
