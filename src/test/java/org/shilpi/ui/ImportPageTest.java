package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.project.TaskKind;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.ImportData;
import org.shilpi.workflow.ImportOrder;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a user can correct and decide while files come in.
@ExtendWith(ApplicationExtension.class)
class ImportPageTest {
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
  void theLayoutOfATableIsCorrectedOneByOneAndThePreviewFollows(FxRobot robot) throws Exception {
    rig.newProject("Layout");
    rig.go(Place.DATA);
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      table
          .append("\"Où est parcel, number ")
          .append(i)
          .append(i % 2 == 0 ? "?~ask\n" : "?~tell\n");
    }
    rig.drop(Files.writeString(folder.resolve("odd.csv"), table));
    rig.until(() -> robot.lookup(".verdict.danger").tryQuery().isPresent());
    rig.drop(Files.writeString(folder.resolve("even.csv"), table.toString().replace("\"", "")));
    rig.until(() -> robot.lookup("#delimiter").tryQuery().isPresent());
    assertThat(robot.lookup("found in the file; change what is wrong").tryQuery()).isPresent();
    choose(robot, "delimiter", '~');
    rig.until(() -> value(robot, "delimiter").equals('~'));
    rig.until(() -> robot.lookup("Bring in 30 rows").tryQuery().isPresent());
    assertThat(robot.lookup("found in the file; change what is wrong").tryQuery()).isEmpty();
    choose(robot, "header", true);
    rig.until(() -> robot.lookup("Bring in 29 rows").tryQuery().isPresent());
    choose(robot, "quotes", false);
    rig.until(() -> value(robot, "quotes").equals(false));
    choose(robot, "charset", "US-ASCII");
    rig.until(() -> robot.lookup(".verdict.danger").tryQuery().isPresent());
    rig.until(() -> value(robot, "charset").equals("UTF-8"));
    choose(robot, "header", false);
    rig.until(() -> robot.lookup("Bring in 30 rows").tryQuery().isPresent());
    rig.pictures("import-layout");
    rig.size(1024, 700);
    rig.picture("light-import-layout-1024");
    rig.size(1440, 900);
    robot.clickOn("#bring-in");
    rig.until(() -> rig.workspace.summaryProperty().get().orElseThrow().labeled() == 30);
  }

  @Test
  void aFileThatComesASecondTimeAddsOnlyWhatIsNewUnlessAskedFor(FxRobot robot) throws Exception {
    rig.newProject("Again");
    rig.go(Place.DATA);
    Path file = Files.writeString(folder.resolve("mails.csv"), rows(40));
    bringIn(robot, file, 40);
    rig.drop(file);
    rig.until(() -> robot.lookup("#known").tryQuery().isPresent());
    rig.pictures("import-again");
    robot.clickOn("#bring-in");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    assertThat(texts()).isEqualTo(40);
    rig.picture("light-import-again-none");
    rig.drop(file);
    rig.until(() -> robot.lookup("#known").tryQuery().isPresent());
    robot.clickOn("come in again");
    robot.clickOn("#bring-in");
    rig.until(() -> texts() == 80);
    rig.drop(Files.writeString(folder.resolve("grown.csv"), rows(45)));
    rig.until(() -> robot.lookup("#known").tryQuery().isPresent());
    robot.clickOn("stay out");
    robot.clickOn("#bring-in");
    rig.until(() -> texts() == 85);
    rig.until(() -> robot.lookup("#find").tryQuery().isPresent());
    WindowRig.onFx(() -> robot.lookup("#find").queryTextInputControl().setText("PARCEL 4"));
    rig.until(() -> robot.lookup("#texts").queryTableView().getItems().size() == 7);
    assertThat(robot.lookup("7 texts found").tryQuery()).isPresent();
    rig.until(() -> shown(robot).allMatch(row -> row.contains("text=Where is parcel 4")));
    rig.pictures("texts-found");
    choose(robot, "find-label", Optional.of("tell"));
    rig.until(() -> robot.lookup("#texts").queryTableView().getItems().size() == 2);
    rig.until(() -> shown(robot).allMatch(row -> row.contains("label=tell")));
    rig.size(1024, 700);
    rig.picture("light-texts-found-1024");
    rig.size(1440, 900);
    choose(robot, "find-label", Optional.<String>empty());
    WindowRig.onFx(() -> robot.lookup("#find").queryTextInputControl().clear());
    rig.until(() -> robot.lookup("#texts").queryTableView().getItems().size() == 85);
    rig.drop(folder.resolve("mails.csv"), folder.resolve("grown.csv"));
    rig.until(() -> robot.lookup("#batch").tryQuery().isPresent());
    rig.pictures("import-again-files");
  }

  @Test
  void anImportThatWasCutOffGoesOnOrIsTakenBack(FxRobot robot) throws Exception {
    Path file = Files.writeString(folder.resolve("archive.csv"), rows(6_000));
    rig.go(Place.HOME);
    Path left = cutOff(file, "Cut off");
    open(left);
    rig.until(() -> robot.lookup("#cut-off").tryQuery().isPresent());
    rig.pictures("import-cut-off");
    rig.size(1024, 700);
    rig.picture("light-import-cut-off-1024");
    rig.size(1440, 900);
    assertThat(texts()).isZero();
    robot.clickOn("#go-on");
    rig.until(() -> texts() == 6_000);
    rig.until(() -> robot.lookup("#cut-off").tryQuery().isEmpty());
    Path second = cutOff(file, "Cut off again");
    open(second);
    rig.until(() -> robot.lookup("#go-on").tryQuery().isPresent());
    Files.writeString(file, rows(10));
    robot.clickOn("#go-on");
    rig.until(() -> robot.lookup("#start-anew").tryQuery().isPresent());
    rig.picture("light-import-cut-off-changed");
    robot.clickOn("#start-anew");
    rig.until(() -> texts() == 10);
    Files.writeString(file, rows(6_000));
    Path third = cutOff(file, "Cut off a third time");
    open(third);
    rig.until(() -> robot.lookup("#withdraw").tryQuery().isPresent());
    robot.clickOn("#withdraw");
    rig.until(() -> robot.lookup("#cut-off").tryQuery().isEmpty());
    rig.until(() -> robot.lookup("#choose-file").tryQuery().isPresent());
  }

  private void open(Path project) throws Exception {
    rig.until(() -> !rig.workspace.busyProperty().get());
    WindowRig.onFx(() -> rig.workspace.open(project, Place.DATA));
  }

  private void bringIn(FxRobot robot, Path file, int rows) throws Exception {
    rig.drop(file);
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    robot.clickOn("#bring-in");
    rig.until(() -> texts() == rows);
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
  }

  private int texts() {
    return rig.workspace.summaryProperty().get().orElseThrow().texts();
  }

  @SuppressWarnings("unchecked")
  private static <T> void choose(FxRobot robot, String id, T value) {
    ComboBox<T> box = (ComboBox<T>) robot.lookup("#" + id).queryComboBox();
    WindowRig.onFx(() -> box.setValue(value));
  }

  private static Object value(FxRobot robot, String id) {
    return robot.lookup("#" + id).queryComboBox().getValue();
  }

  private static Stream<String> shown(FxRobot robot) {
    return robot.lookup("#texts").queryTableView().getItems().stream().map(String::valueOf);
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder("text,label\n");
    for (int i = 0; i < count; i++) {
      rows.append("Where is parcel ").append(i).append("?,").append(i % 2 == 0 ? "ask" : "tell");
      rows.append('\n');
    }
    return rows.toString();
  }

  /// What a process leaves that dies in mid-import: its file as it is on the disk then.
  private Path cutOff(Path file, String name) throws IOException {
    Path alive = folder.resolve("alive " + name);
    Path dead = Files.createDirectories(folder.resolve(name));
    try (ProjectSession session =
        ProjectSession.create(alive, TaskKind.CLASSIFY, Catalogue.BUILT_IN, rig.services.clock())) {
      JobContext dies =
          new JobContext() {
            private int rows;

            @Override
            public void report(Progress progress) {
              rows++;
              if (rows == 4_500) {
                try {
                  Files.copy(alive.resolve("project.mv.db"), dead.resolve("project.mv.db"));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            }

            @Override
            public boolean cancelled() {
              return false;
            }
          };
      new ImportData(session).run(ImportOrder.of(List.of(file)), dies);
    }
    return dead;
  }
}
