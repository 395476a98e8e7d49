package org.shilpi.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
import org.shilpi.workflow.OpenSample;
import org.shilpi.workflow.ProjectSession;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class LabelTest {
  private static final Duration A_TEXT = Duration.ofMillis(2100);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowRig rig;

  private final AtomicReference<Instant> now = new AtomicReference<>(WindowRig.NOW);
  private int copies;

  @Start
  void start(Stage stage) {
    InstantSource hand = now::get;
    Clock clock = hand.withZone(ZoneOffset.UTC);
    rig = new WindowRig(stage, folder, 980, 760, clock);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void oneKeyLabelsATextAndItIsOnDiskWhenTheNextOneShows(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\nfive,\n", Place.LABEL);
    waitForText(3);
    robot.type(KeyCode.DIGIT2);
    waitForText(4);
    assertThat(onDisk(3)).contains("B");
    robot.type(KeyCode.NUMPAD1);
    waitForText(5);
    assertThat(onDisk(4)).contains("A");
    assertThat(text("#cap-0 .text-caption")).isEqualTo("2");
    assertThat(onScreen("4 of 5 labeled.")).isTrue();
  }

  @Test
  void aKeyHeldDownLabelsOneTextOnly(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\nfive,\n", Place.LABEL);
    waitForText(3);
    robot.press(KeyCode.DIGIT1);
    waitForText(4);
    robot.press(KeyCode.DIGIT1).press(KeyCode.DIGIT1);
    robot.release(KeyCode.DIGIT1);
    robot.type(KeyCode.SPACE);
    waitForText(5);
    assertThat(onDisk(4)).isEmpty();
  }

  @Test
  void twoWishesForOneTextAreBothKeptInTheirOrder(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\nfive,\n", Place.LABEL);
    waitForText(3);
    // Both come before the first is on disk: they are about the text that is on the screen.
    WindowRig.onFx(() -> {
      button("#cap-0").fire();
      button("#cap-1").fire();
    });
    waitForText(4);
    rig.until(() -> text("#cap-1 .text-caption").equals("2"));
    assertThat(onDisk(3)).contains("B");
    assertThat(onDisk(4)).isEmpty();
    assertThat(number()).isEqualTo("Text 4");
  }

  @Test
  void manyLabelsScrollAndHaveLettersForKeys(FxRobot robot) throws Exception {
    StringBuilder csv = new StringBuilder("text,label\n");
    for (int i = 10; i < 50; i++) {
      csv.append("a text of number ").append(i).append(",label ").append(i).append('\n');
    }
    open(csv.append("the one without,\n").toString(), Place.LABEL);
    waitForText(41);
    rig.size(1440, 900);
    rig.picture("light-label-many");
    // Ten digits, then the letters: E is the thirteenth key.
    robot.type(KeyCode.E);
    rig.until(() -> present("#all-labeled"));
    assertThat(onDisk(41)).contains("label 22");
    rig.picture("light-label-many-done");
  }

  @Test
  void skippingUndoingAndTurningPagesKeepWhatWasDecided(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\nfive,\n", Place.LABEL);
    waitForText(3);
    robot.type(KeyCode.SPACE);
    waitForText(4);
    robot.type(KeyCode.DIGIT1);
    waitForText(5);
    robot.type(KeyCode.DIGIT1);
    // What was skipped comes last.
    waitForText(3);
    robot.type(KeyCode.BACK_SPACE);
    waitForText(5);
    assertThat(onDisk(5)).isEmpty();
    assertThat(onDisk(4)).contains("A");
    robot.type(KeyCode.LEFT);
    waitForText(4);
    assertThat(chosen("#cap-0")).isTrue();
    robot.type(KeyCode.LEFT, KeyCode.LEFT, KeyCode.LEFT);
    waitForText(1);
    robot.type(KeyCode.LEFT).type(KeyCode.RIGHT);
    waitForText(2);
    assertThat(chosen("#cap-1")).isTrue();
  }

  @Test
  void anOldDecisionIsOpenedByTheUpArrowOrAClickAndChanged(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\nfive,\nsix,\n", Place.LABEL);
    waitForText(3);
    robot.type(KeyCode.DIGIT1);
    waitForText(4);
    robot.type(KeyCode.DIGIT1);
    waitForText(5);
    robot.type(KeyCode.UP);
    waitForText(4);
    robot.type(KeyCode.UP);
    waitForText(3);
    robot.type(KeyCode.DIGIT2);
    waitForText(5);
    assertThat(onDisk(3)).contains("B");
    rig.size(1440, 900);
    List<Button> rows = robot.lookup(".decision").queryAllAs(Button.class).stream().toList();
    assertThat(rows).hasSize(2);
    WindowRig.onFx(rows.get(1)::fire);
    waitForText(4);
    rig.picture("light-label-change");
    robot.type(KeyCode.DIGIT2);
    waitForText(5);
    assertThat(onDisk(4)).contains("B");
  }

  @Test
  void languageAndThemeKeepTheTextThatIsRead(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\n", Place.LABEL);
    waitForText(3);
    robot.type(KeyCode.RIGHT);
    waitForText(4);
    WindowRig.onFx(rig.preferences::switchLook);
    waitForText(4);
    WindowRig.onFx(rig.preferences::switchLanguage);
    rig.until(() -> number().equals("पाठ 4"));
    robot.type(KeyCode.DIGIT1);
    rig.until(() -> number().equals("पाठ 3"));
    assertThat(onDisk(4)).contains("A");
  }

  @Test
  void whatCannotBeSavedIsSaidAndTheTextStays(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\nfour,\n", Place.LABEL);
    waitForText(3);
    ProjectSession session = rig.workspace.projectProperty().get().orElseThrow();
    session.close();
    robot.type(KeyCode.DIGIT1);
    rig.until(() -> present("#trouble"));
    assertThat(number()).isEqualTo("Text 3");
    assertThat(text("#cap-0 .text-caption")).isEqualTo("1");
    rig.picture("light-label-not-saved");
    WindowRig.onFx(() -> button("#again").fire());
    rig.until(() -> present("#trouble") && number().equals("Text 3"));
  }

  @Test
  void aTextOfAHundredThousandWordsIsDrawnInParts(FxRobot robot) throws Exception {
    String words = "नमस्ते दुनिया ".repeat(50_000);
    open("text,label\none,A\ntwo,B\n\"" + words + "\",\n", Place.LABEL);
    waitForText(3);
    assertThat(nodes(rig.stage.getScene().lookup("#paper"))).isBetween(1_000, 3_000);
    assertThat(text(".text-top .text-caption")).contains("part 1 of 84");
    robot.type(KeyCode.END).type(KeyCode.PAGE_DOWN);
    rig.until(() -> text(".text-top .text-caption").contains("part 2 of 84"));
    assertThat(nodes(rig.stage.getScene().lookup("#paper"))).isBetween(1_000, 3_000);
    robot.type(KeyCode.PAGE_UP);
    rig.until(() -> text(".text-top .text-caption").contains("part 1 of 84"));
    rig.picture("light-label-long");
  }

  @Test
  void aProjectWithoutTextsLeadsToTheDataAndTakesNames(FxRobot robot) throws Exception {
    rig.size(1440, 900);
    rig.newProject("Empty");
    rig.go(Place.LABEL);
    rig.until(() -> present("#bring-texts"));
    rig.picture("light-label-empty");
    WindowRig.onFx(() -> button("#name-labels").fire());
    robot.write("Phishing").type(KeyCode.ENTER);
    rig.until(() -> present(".tag"));
    robot.write("Phishing").type(KeyCode.ENTER);
    rig.until(() -> onScreen("There is a label “Phishing” already. Choose another name."));
  }

  @Test
  void theFirstTwoLabelsAreNamedRightHereAndMoreAtAnyTime(FxRobot robot) throws Exception {
    open("text\none\ntwo\nthree\n", Place.LABEL);
    rig.size(1440, 900);
    rig.until(() -> present("#label-name"));
    robot.write("Phishing").type(KeyCode.ENTER);
    rig.until(() -> present(".tag"));
    rig.picture("light-label-names");
    robot.write("Genuine").type(KeyCode.ENTER);
    waitForText(1);
    robot.type(KeyCode.DIGIT2);
    waitForText(2);
    assertThat(onDisk(1)).contains("Genuine");
    robot.type(KeyCode.PLUS);
    rig.until(() -> present("#label-name"));
    rig.picture("light-label-new");
    // Digits belong to the name while it is written.
    robot.write("Spam 2").type(KeyCode.ENTER);
    rig.until(() -> present("#cap-2"));
    robot.type(KeyCode.DIGIT3);
    waitForText(3);
    assertThat(onDisk(2)).contains("Spam 2");
    robot.type(KeyCode.DIGIT3);
    rig.until(() -> present("#all-labeled"));
    rig.picture("light-label-done");
    robot.type(KeyCode.LEFT);
    waitForText(3);
  }

  @Test
  void guidelinesAreWrittenAndStandAboveTheText(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,B\nthree,\n", Place.LABEL);
    waitForText(3);
    robot.type(KeyCode.G);
    rig.until(() -> present("#question"));
    robot.write("Is it one?");
    WindowRig.onFx(() -> button("#save-rules").fire());
    rig.until(() -> onScreen("Is it one?"));
    robot.type(KeyCode.G);
    rig.until(() -> present("#edit-rules"));
    // Keys behind the sheet are off; closed by Esc, the text has them again.
    robot.type(KeyCode.DIGIT1).type(KeyCode.ESCAPE);
    rig.until(() -> !present("#edit-rules"));
    assertThat(onDisk(3)).isEmpty();
    robot.type(KeyCode.LEFT);
    waitForText(2);
  }

  @Test
  void trainingIsOfferedOnceTwoLabelsHaveTexts(FxRobot robot) throws Exception {
    open("text,label\none,A\ntwo,\nthree,\n", Place.LABEL);
    rig.until(() -> present("#label-name"));
    robot.write("B").type(KeyCode.ENTER);
    waitForText(2);
    assertThat(button("#train").isDisabled()).isTrue();
    robot.type(KeyCode.DIGIT2);
    waitForText(3);
    assertThat(button("#train").isDisabled()).isFalse();
  }

  @Test
  void pictures(FxRobot robot) throws Exception {
    rig.size(1440, 900);
    sample("mail-triage", "Mail triage, north office");
    for (KeyCode key :
        List.of(
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT4,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT2)) {
      label(robot, key);
    }
    rig.picture("light-label");
    WindowRig.onFx(rig.preferences::switchLook);
    rig.picture("dark-label");
    WindowRig.onFx(rig.preferences::switchLook);
    robot.type(KeyCode.G);
    rig.until(() -> present("#rules-sheet"));
    rig.picture("light-label-rules");
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.H);
    rig.picture("light-label-keys");
    robot.type(KeyCode.ESCAPE);
    rig.size(1024, 700);
    rig.until(() -> button("#fold-history").isVisible());
    rig.picture("narrow-label");
    WindowRig.onFx(() -> button("#fold-history").fire());
    rig.picture("narrow-label-history");
  }

  @Test
  void hindiPictures(FxRobot robot) throws Exception {
    rig.size(1440, 900);
    sample("hindi-messages", "ग्राहक संदेश");
    WindowRig.onFx(rig.preferences::switchLanguage);
    rig.until(() -> number().startsWith("पाठ"));
    for (KeyCode key :
        List.of(
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3)) {
      label(robot, key);
    }
    rig.picture("hi-label");
    robot.type(KeyCode.G);
    rig.until(() -> present("#edit-rules"));
    WindowRig.onFx(() -> button("#edit-rules").fire());
    rig.picture("hi-label-rules");
    robot.type(KeyCode.ESCAPE);
    rig.until(() -> !present("#save-rules"));
    rig.size(1024, 700);
    rig.until(() -> button("#fold-history").isVisible());
    rig.picture("hi-narrow-label");
  }

  private void label(FxRobot robot, KeyCode key) throws Exception {
    String before = number();
    now.updateAndGet(at -> at.plus(A_TEXT));
    robot.type(key);
    rig.until(() -> !number().equals(before));
  }

  private void sample(String id, String name) throws Exception {
    Path project = project(name);
    start(context ->
        new OpenSample(rig.services.clock())
            .run(Path.of("sample-data", id), project, Catalogue.BUILT_IN, context));
    rig.until(() -> !number().isEmpty());
  }

  private void open(String csv, Place place) throws Exception {
    Path table = Files.writeString(folder.resolve("table.csv"), csv);
    start(context -> {
      ProjectSession session =
          ProjectSession.create(
              project("Small"), TaskKind.CLASSIFY, Catalogue.BUILT_IN, rig.services.clock());
      new ImportData(session).run(ImportRequest.of(table), context);
      return session;
    });
    rig.go(place);
  }

  private interface Opening {
    ProjectSession with(JobContext context) throws Exception;
  }

  private void start(Opening opening) throws Exception {
    WindowRig.onFx(() -> rig.workspace.start("open", opening::with, Place.LABEL));
    rig.until(() -> rig.workspace.projectProperty().get().isPresent());
  }

  private Path project(String name) {
    return folder.resolve("projects").resolve(name);
  }

  /// The label of a text in a copy of what is on disk at this moment.
  private Optional<String> onDisk(long text) throws Exception {
    Path open = rig.workspace.projectProperty().get().orElseThrow().folder();
    Path copy = Files.createDirectories(folder.resolve("copy-" + copies++));
    Files.copy(open.resolve("project.mv.db"), copy.resolve("project.mv.db"));
    try (ProjectSession session = ProjectSession.open(copy, rig.services.clock())) {
      return new LabelExamples(session).labelOf(text);
    }
  }

  private void waitForText(int number) throws Exception {
    rig.until(() -> number().equals("Text " + number));
  }

  private String number() {
    return present("#text-card") ? text(".text-top .text-bold") : "";
  }

  private String text(String css) {
    return find(css).map(node -> ((Label) node).getText()).orElse("");
  }

  private boolean chosen(String cap) {
    return find(cap).orElseThrow().getStyleClass().contains("chosen");
  }

  private boolean present(String css) {
    return find(css).filter(LabelTest::shown).isPresent();
  }

  private static boolean shown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Button button(String css) {
    return (Button) find(css).orElseThrow();
  }

  private Optional<Node> find(String css) {
    return Optional.ofNullable(rig.stage.getScene().lookup(css));
  }

  /// Whether these words stand somewhere, in one piece or word by word.
  private boolean onScreen(String words) throws Exception {
    Callable<Boolean> search = () -> words(rig.stage.getScene().getRoot()).contains(words);
    return search.call();
  }

  private static String words(Node node) {
    StringBuilder all = new StringBuilder();
    if (node instanceof javafx.scene.text.Text text) {
      all.append(text.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> all.append(words(child)));
    }
    return all.toString();
  }

  private static int nodes(Node node) {
    int count = 1;
    if (node instanceof ScrollPane scroll) {
      return nodes(scroll.getContent());
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        count += nodes(child);
      }
    }
    return count;
  }
}
