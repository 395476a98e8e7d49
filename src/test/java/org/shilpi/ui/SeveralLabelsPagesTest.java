package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportRequest;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A project whose texts have several labels, in a window whose pages were made for one.
@ExtendWith(ApplicationExtension.class)
class SeveralLabelsPagesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

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
  void everyPageOpensAndSaysWhatItCannotDo(FxRobot robot) throws Exception {
    Path project = folder.resolve("several");
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      rows.append("{\"text\":\"message number ")
          .append(i)
          .append(" of several words\",\"labels\":[\"money\"")
          .append(i % 2 == 0 ? ",\"travel\"" : "")
          .append("]}\n");
    }
    rows.append("{\"text\":\"nobody looked at this one\",\"labels\":null}\n");
    Path file = Files.writeString(folder.resolve("several.jsonl"), rows);
    try (ProjectSession session =
        ProjectSession.create(
            project, TaskKind.MULTILABEL, Catalogue.BUILT_IN, rig.services.clock())) {
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
    }
    WindowRig.onFx(() -> rig.workspace.open(project, Place.DATA));
    rig.until(() -> rig.workspace.summaryProperty().get().isPresent());
    rig.until(() -> robot.lookup("money, travel").tryQuery().isPresent());
    rig.until(
        () -> robot.lookup("20 have a label, of 2 kinds; 1 wait for one.").tryQuery().isPresent());
    rig.picture("light-several-data");
    rig.go(Place.LABEL);
    rig.until(() -> robot.lookup(".label-cap").tryQuery().isPresent());
    robot.press(KeyCode.DIGIT1).release(KeyCode.DIGIT1);
    rig.until(() -> robot.lookup("Try again").tryQuery().isPresent());
    rig.picture("light-several-label");
    rig.picture("light-several-label");
    for (Place place : new Place[] {Place.BASE_MODEL, Place.TRAIN, Place.EVALUATE}) {
      rig.go(place);
      rig.picture("light-several-" + place.name().toLowerCase(java.util.Locale.ROOT));
    }
    ProjectSession open = rig.workspace.projectProperty().get().orElseThrow();
    assertThat(new LabelExamples(open).labelOf(21)).isEmpty();
  }
}
