package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Origin;
import org.shilpi.data.Role;
import org.shilpi.ui.shell.Place;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DataTest {
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
  void aFileIsMappedBroughtInAndShownWithWhatStayedOut(FxRobot robot) throws Exception {
    rig.newProject("Mail triage, north office");
    rig.go(Place.DATA);
    rig.until(() -> robot.lookup("#choose-file").tryQuery().isPresent());
    rig.pictures("data-empty");
    rig.drop(mails());
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    assertThat(robot.lookup("Bring in 60 rows").tryQuery()).isPresent();
    rig.pictures("data-mapping");
    rig.size(1024, 700);
    rig.picture("light-data-mapping-1024");
    rig.size(1440, 900);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    rig.until(() -> rig.workspace.summaryProperty().get().orElseThrow().texts() == 60);
    rig.until(() ->
        robot
            .lookup("#texts")
            .queryTableView()
            .getItems()
            .getFirst()
            .toString()
            .contains("parcel"));
    rig.pictures("data");
    robot.clickOn("4 rows stayed out");
    TableView<?> out = robot.lookup("#stayed-out").queryTableView();
    assertThat(out.getItems()).hasSize(4);
    rig.pictures("data-stayed-out");
    rig.size(1024, 700);
    rig.picture("light-data-1024");
  }

  @Test
  void anotherColumnCanBeTheLabelOrNone(FxRobot robot) throws Exception {
    rig.newProject("Columns");
    rig.go(Place.DATA);
    rig.drop(mails());
    rig.until(() -> robot.lookup("#column-2").tryQuery().isPresent());
    ComboBox<?> label = robot.lookup("#column-2").queryComboBox();
    WindowRig.onFx(() -> label.getSelectionModel().selectLast());
    rig.until(() -> robot.lookup("a guess").tryQuery().isEmpty());
    robot.clickOn("#bring-in");
    rig.until(() -> rig.workspace.summaryProperty().get().orElseThrow().texts() > 0);
    assertThat(rig.workspace.summaryProperty().get().orElseThrow().labeled()).isZero();
  }

  @Test
  void aColumnOfDatesAndSendersIsKeptAsOrigin(FxRobot robot) throws Exception {
    rig.newProject("Origins");
    rig.go(Place.DATA);
    rig.drop(mails());
    rig.until(() -> robot.lookup("#column-4").tryQuery().isPresent());
    ComboBox<Role> ticket = robot.lookup("#column-4").queryComboBox();
    WindowRig.onFx(() -> ticket.setValue(Role.GROUP));
    rig.until(() ->
        robot.lookup("#column-4").queryComboBox().getValue() == Role.GROUP
            && robot.lookup("a guess").tryQuery().isEmpty());
    robot.clickOn("#bring-in");
    rig.until(() -> rig.workspace.summaryProperty().get().orElseThrow().texts() == 60);
    ProjectSession session = rig.workspace.projectProperty().get().orElseThrow();
    assertThat(new LabelExamples(session).find(1).orElseThrow().origin().fields())
        .containsEntry(Origin.GROUP, "T-48000")
        .containsEntry(Origin.DATE, "2026-05-12");
  }

  @Test
  void aFolderOfMailsComesInWithItsFoldersAsLabels(FxRobot robot) throws Exception {
    rig.newProject("Mailbox");
    rig.go(Place.DATA);
    for (int i = 0; i < 3; i++) {
      mail("archive/spam/" + i + ".eml", "You won " + i, "Claim your prize number " + i + " now.");
      mail("archive/ham/" + i + ".eml", "Minutes " + i, "Attached are the minutes of week " + i);
    }
    Files.writeString(folder.resolve("archive/broken.json"), "{\"text\": ");
    rig.drop(folder.resolve("archive"));
    rig.until(() -> robot.lookup("#batch").tryQuery().isPresent());
    rig.pictures("data-batch");
    WindowRig.onFx(() -> robot.lookup("#folder-label").<ToggleSwitch>query().setSelected(true));
    robot.clickOn("Bring in 7 files");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    rig.until(() -> rig.workspace.summaryProperty().get().orElseThrow().labeled() == 6);
    ProjectSession session = rig.workspace.projectProperty().get().orElseThrow();
    assertThat(new LabelExamples(session).counts()).containsOnlyKeys("ham", "spam");
    rig.pictures("data-batch-in");
  }

  private static void mail(String name, String subject, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "From: Anna <anna@nordhavn.test>\r\nTo: all@nordhavn.test\r\nSubject: "
            + subject
            + "\r\nDate: Tue, 12 May 2026 14:06:00 +0000\r\n\r\n"
            + body
            + "\r\n");
  }

  @Test
  void aFileThatIsNoTextIsRefusedInASentence(FxRobot robot) throws Exception {
    rig.newProject("Refused");
    rig.go(Place.DATA);
    Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, 3, 0, 0, -1, -2});
    rig.drop(binary);
    rig.until(() -> robot.lookup(".verdict.danger").tryQuery().isPresent());
    rig.picture("light-data-refused");
    rig.drop(Path.of("sample-data/hindi-messages/messages.csv"));
    rig.until(() -> robot.lookup("#bring-in").tryQuery().isPresent());
    WindowRig.onFx(rig.preferences::switchLanguage);
    rig.picture("hi-data-mapping-hindi");
    robot.clickOn("#bring-in");
    rig.until(() -> robot.lookup("#texts").tryQuery().isPresent());
    rig.until(() ->
        !robot
            .lookup("#texts")
            .queryTableView()
            .getItems()
            .getFirst()
            .toString()
            .contains("text=,"));
    rig.picture("hi-data-hindi");
  }

  /// 64 rows in five columns: four of them cannot come in.
  private static Path mails() {
    StringBuilder csv = new StringBuilder("subject,body,category,received,ticket\n");
    String[] bodies = {
      "Dear customer, your parcel could not be delivered. Pay the fee of 2.50 within 24 hours or it goes back to the sender.",
      "Hello all, please find below the minutes and the three open points for next week. Best regards, Anna",
      "As discussed by phone, please use the new account from the attached letter for invoice 8841.",
      "Printers from 89, free delivery this week only. Unsubscribe at the end of this mail \uD83D\uDE00."
    };
    String[] labels = {"Phishing", "Genuine", "Payment fraud", "Newsletter"};
    for (int i = 0; i < 61; i++) {
      String label = i % 7 == 6 ? "" : labels[i % 4];
      csv.append("Subject ").append(i).append(",\"");
      csv.append(i == 30 ? "  " : bodies[i % 4] + " Case " + i + ".").append("\",");
      csv.append(label).append(",2026-05-12,T-").append(48_000 + i).append('\n');
    }
    csv.append("Short,only two cells\n");
    csv.append("Long,too,many,cells,in,this,row\n");
    csv.append("Nul,a text with a \0 inside,Genuine,2026-05-12,T-9\n");
    try {
      return Files.writeString(folder.resolve("mail-archive-may.csv"), csv);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
