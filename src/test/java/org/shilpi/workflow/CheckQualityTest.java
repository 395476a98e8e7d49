package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Severity;
import org.shilpi.quality.Survey;
import org.shilpi.quality.Surveyor;

class CheckQualityTest {
  private static final String LONG =
      "my card was swallowed by the machine at the station yesterday evening and now I need a new one";

  @TempDir Path folder;
  private ProjectSession session;
  private CheckQuality check;
  private MendData mend;

  @BeforeEach
  void open() {
    session = TestProject.create(folder.resolve("project"));
    check = new CheckQuality(session, TestProject.CATALOGUE);
    mend = new MendData(session);
  }

  @AfterEach
  void close() {
    session.close();
  }

  private void add(Split split, String rows) throws IOException {
    TestProject.add(session, TestProject.file(folder, "file.csv", rows), split);
  }

  private QualityReport report() throws IOException {
    return check.run(JobContext.quiet());
  }

  private static FoundFinding of(QualityReport report, Kind kind) {
    return report.findings().stream()
        .filter(found -> found.finding().kind() == kind)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " in " + report.findings()));
  }

  private static List<Kind> kinds(QualityReport report) {
    return report.findings().stream().map(found -> found.finding().kind()).distinct().toList();
  }

  @Test
  void copiesConflictsAndLeaksAreToldWithTheirTexts() throws IOException {
    add(Split.TRAIN, LONG + ",card\nwhere is it?,card\nstrange,card\nstrange,fees\n");
    add(Split.TEST, LONG + " please,card\nWHERE  is it?,card\nanother one,fees\n");

    QualityReport report = report();

    assertThat(kinds(report))
        .containsExactly(
            Kind.LEAK_EQUAL,
            Kind.LEAK_NEAR,
            Kind.CONFLICT,
            Kind.TINY_LABEL,
            Kind.SMALL_TEST,
            Kind.EQUAL_COPIES,
            Kind.NEAR_COPIES);
    assertThat(report.open()).isEqualTo(6);
    assertThat(check.texts(of(report, Kind.LEAK_NEAR).id(), 0, 10))
        .extracting(FoundText::text, FoundText::split, text -> text.member().affected())
        .containsExactly(
            tuple(LONG, Split.TRAIN, false), tuple(LONG + " please", Split.TEST, true));
    assertThat(check.texts(of(report, Kind.CONFLICT).id(), 0, 10))
        .extracting(FoundText::text)
        .containsExactly("strange", "strange");
  }

  @Test
  void movedLeaksAreGoneAndComeBackWhenUndone() throws IOException {
    add(Split.TRAIN, "where is it?,card\n");
    add(Split.TEST, "where is it?,card\nanother one,fees\n");

    Mended moved = mend.mend(of(report(), Kind.LEAK_EQUAL).id(), JobContext.quiet());

    assertThat(moved.texts()).isEqualTo(1);
    assertThat(check.last().orElseThrow().current()).isFalse();
    assertThat(kinds(report())).doesNotContain(Kind.LEAK_EQUAL);

    mend.undo(moved.mending());
    assertThat(kinds(report())).contains(Kind.LEAK_EQUAL);
    assertThatThrownBy(() -> mend.undo(moved.mending()))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.quality.undone"));
  }

  @Test
  void copiesSetAsideAreNeitherLearnedNorCheckedUntilUndone() throws IOException {
    add(Split.NONE, "one text,a\nother text,b\nONE text,\none  text,\nlast,\n");
    LabelExamples labeling = new LabelExamples(session);
    assertThat(labeling.next().orElseThrow().text()).isEqualTo("ONE text");

    Mended aside = mend.mend(of(report(), Kind.EQUAL_COPIES).id(), JobContext.quiet());

    assertThat(aside.texts()).isEqualTo(2);
    assertThat(labeling.next().orElseThrow().text()).isEqualTo("last");
    assertThat(report().texts()).isEqualTo(3);
    assertThat(mend.done(5)).containsExactly(aside);

    mend.undo(aside.mending());
    assertThat(report().texts()).isEqualTo(5);
    assertThat(labeling.next().orElseThrow().text()).isEqualTo("ONE text");
  }

  @Test
  void misreadTextsAreReadRightAndBack() throws IOException {
    add(Split.NONE, "MÃ¼ller mÃ¶chte,a\nsound text,b\n");
    FoundFinding found = of(report(), Kind.MOJIBAKE);

    Mended mended = mend.mend(found.id(), JobContext.quiet());

    assertThat(new LabelExamples(session).find(1).orElseThrow().text()).isEqualTo("Müller möchte");
    assertThat(kinds(report())).doesNotContain(Kind.MOJIBAKE);

    mend.undo(mended.mending());
    assertThat(new LabelExamples(session).find(1).orElseThrow().text())
        .isEqualTo("MÃ¼ller mÃ¶chte");
  }

  @Test
  void aSettledFindingStaysSettledUntilThereIsMoreOfIt() throws IOException {
    add(Split.NONE, "ok,a\nsound text,b\n");
    check.settle(of(report(), Kind.SHORT).id());
    assertThat(of(report(), Kind.SHORT).settled()).isTrue();

    check.reopen(of(report(), Kind.SHORT).id());
    assertThat(of(report(), Kind.SHORT).settled()).isFalse();

    check.settle(of(report(), Kind.SHORT).id());
    add(Split.NONE, "no,a\n");
    assertThat(of(report(), Kind.SHORT).settled()).isFalse();
  }

  @Test
  void aLaterChangeOfTheSameTextIsUndoneFirst() throws IOException {
    add(Split.NONE, "a text,a\nsound text,b\n");
    Mended first = mend.moveToTraining(List.of(1L));
    mend.undo(first.mending());
    Mended second = mend.moveToTraining(List.of(1L));
    assertThat(mend.moveToTraining(List.of(1L)).texts()).isZero();
    Mended aside = mend.setAside(List.of(1L, 2L));

    mend.undo(second.mending());
    mend.undo(aside.mending());
    assertThatThrownBy(() -> mend.setAside(List.of(99L)))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.label.no-text"));
  }

  @Test
  void theReportIsThereWhenTheProjectIsOpenedAgain() throws IOException {
    add(Split.NONE, "ok,a\nsound text,b\n");
    QualityReport made = report();

    assertThat(check.last()).contains(made);
    assertThat(made.current()).isTrue();
  }

  @Test
  void suspiciousLabelsAreToldChangedAndGivenBack() throws IOException {
    add(Split.NONE, TestProject.rows("card", 0, 20) + TestProject.rows("fees", 20, 20));
    // What a survey of these texts says: text 3 is surely about fees.
    Surveyor surveyor =
        (task, context) -> {
          float[][] sure = new float[40][];
          for (int row = 0; row < 40; row++) {
            sure[row] =
                (row < 20) == (row != 2) ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
          }
          return new Survey(8, new int[40], new float[40], sure, new int[0], new int[0], 0);
        };

    FoundFinding found = of(check.survey(surveyor, JobContext.quiet()), Kind.SUSPICIOUS_LABEL);
    assertThat(check.texts(found.id(), 0, 5))
        .singleElement()
        .satisfies(text -> assertThat(text.member().proposal()).isEqualTo("fees"));

    LabelExamples labels = new LabelExamples(session);
    Mended mended = mend.mend(found.id(), Set.of(3L), JobContext.quiet());
    assertThat(labels.labelOf(3)).contains("fees");
    assertThat(kinds(report())).doesNotContain(Kind.SUSPICIOUS_LABEL);

    mend.undo(mended.mending());
    assertThat(labels.labelOf(3)).contains("card");
  }

  @Test
  void whatAPersonReviewedIsNotAskedAgain() throws IOException {
    add(Split.NONE, TestProject.rows("card", 0, 20) + TestProject.rows("fees", 20, 20));
    // Texts 1 to 3 are surely about fees.
    Surveyor surveyor =
        (task, context) -> {
          float[][] sure = new float[40][];
          for (int row = 0; row < 40; row++) {
            sure[row] = row >= 3 && row < 20 ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
          }
          int[] sizes = {4, 8, 16, 32};
          int[] hits = {20, 26, 30, 32};
          return new Survey(8, new int[40], new float[40], sure, sizes, hits, 40);
        };
    QualityReport first = check.survey(surveyor, JobContext.quiet());
    assertThat(first.surveyCurrent()).isTrue();
    assertThat(first.clean()).contains(Kind.OUTLIER).doesNotContain(Kind.SUSPICIOUS_LABEL);
    long finding = of(first, Kind.SUSPICIOUS_LABEL).id();
    assertThat(check.texts(finding, 0, 5)).hasSize(3);

    mend.judge(finding, 1, Judgement.of("card"));
    Mended sentBack = mend.judge(finding, 2, Judgement.NONE);
    LabelExamples labels = new LabelExamples(session);
    assertThat(labels.labelOf(1)).contains("card");
    assertThat(labels.next().orElseThrow().id()).isEqualTo(2);
    assertThat(report().surveyCurrent()).isFalse();
    assertThat(check.texts(of(report(), Kind.SUSPICIOUS_LABEL).id(), 0, 5))
        .extracting(text -> text.member().example())
        .containsExactly(3L);
    assertThat(of(check.survey(surveyor, JobContext.quiet()), Kind.SUSPICIOUS_LABEL).members())
        .isEqualTo(1);

    mend.undo(sentBack.mending());
    assertThat(labels.labelOf(2)).contains("card");
    FoundFinding again = of(check.survey(surveyor, JobContext.quiet()), Kind.SUSPICIOUS_LABEL);
    assertThat(again.members()).isEqualTo(2);
    assertThatThrownBy(() -> mend.judge(again.id(), 30, Judgement.of("card")))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.quality.no-finding"));
  }

  @Test
  void aSurveyIsForetoldByTheLastOneOrByTheModelsSize() throws IOException {
    add(Split.NONE, TestProject.rows("card", 0, 20));
    report();

    assertThat(check.surveyTime()).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(1));
    assertThat(
            SurveyTime.of(
                Optional.of(new Surveyed(Instant.EPOCH, Duration.ofSeconds(40), 1_000, "")),
                2_000,
                List.of(),
                0))
        .isEqualTo(Duration.ofSeconds(70));
  }

  @Test
  void aWeakJudgeDoubtsOnlyTheLabelsItIsSurestAbout() throws IOException {
    add(Split.NONE, TestProject.rows("card", 0, 20) + TestProject.rows("fees", 20, 20));
    // It holds every other text for one of the other label.
    Surveyor surveyor =
        (task, context) -> {
          float[][] guesses = new float[40][];
          for (int row = 0; row < 40; row++) {
            boolean card = (row < 20) == (row % 2 == 0);
            float sure = 0.6f + row / 200f;
            guesses[row] = card ? new float[] {sure, 1 - sure} : new float[] {1 - sure, sure};
          }
          return new Survey(8, new int[40], new float[40], guesses, new int[0], new int[0], 0);
        };

    FoundFinding found = of(check.survey(surveyor, JobContext.quiet()), Kind.SUSPICIOUS_LABEL);

    assertThat(found.finding().severity()).isEqualTo(Severity.NOTE);
    assertThat(found.finding().arguments()).containsExactly("40", "50");
    assertThat(found.members()).isEqualTo(2);
  }

  @Test
  void aContradictionIsDecidedOnceForAllItsTexts() throws IOException {
    add(Split.NONE, "the same text,a\nThe same text,b\nanother,b\n");
    FoundFinding conflict = of(report(), Kind.CONFLICT);

    Mended decided = mend.decide(conflict.id(), 1, Judgement.of("a"));

    assertThat(decided.texts()).isEqualTo(2);
    assertThat(new LabelExamples(session).labelOf(2)).contains("a");
    QualityReport after = report();
    assertThat(after.clean()).contains(Kind.CONFLICT, Kind.MOJIBAKE).doesNotContain(Kind.OUTLIER);

    mend.undo(decided.mending());
    assertThat(kinds(report())).contains(Kind.CONFLICT);
    assertThatThrownBy(() -> mend.decide(conflict.id(), 1, Judgement.of("unheard of")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.label.unknown"));
  }

  @Test
  void whatASurveyFoundStaysInTheReportUntilTheTextsChange() throws IOException {
    add(Split.NONE, "one text,a\nanother one,b\nthe third,a\nthe fourth of all,b\n");
    Surveyor surveyor =
        (task, context) ->
            new Survey(
                8, new int[] {3, 3, 3, 9}, new float[4], new float[0][], new int[0], new int[0], 0);
    assertThat(kinds(check.survey(surveyor, JobContext.quiet()))).contains(Kind.CUT);
    assertThat(kinds(report())).contains(Kind.CUT);

    mend.setAside(List.of(4L));
    assertThat(kinds(report())).doesNotContain(Kind.CUT);
  }

  @Test
  void aProjectWithoutTextsHasNothingToCheck() {
    assertThat(check.last()).isEmpty();
    assertThatThrownBy(this::report)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.quality.nothing"));
  }
}
