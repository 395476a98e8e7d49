package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Judgement;
import org.shilpi.data.Labeled;
import org.shilpi.data.Mark;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.CustomPattern;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Receipt;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingSpec;

class PrivacyGateTest {
  private static final String TELLING =
      """
      please call Priya Deshmukh on +91 98765 43210,help
      the card 4111 1111 1111 1111 was charged twice,card
      mail asha.rao@example.org about the card,card
      nothing works here today,help
      thanks for the quick help,help
      the new card came late,card
      """;

  @TempDir Path folder;

  @Test
  void trainsAtOnceOnTextsThatGiveNothingAway() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, TestProject.rows("refund", 1, 12) + TestProject.rows("card", 1, 12));

      Run run = train(session);

      Receipt receipt = new PrivacyGate(session).receipt().orElseThrow();
      assertThat(receipt.state()).isEqualTo(GateState.PASSED);
      assertThat(receipt.texts()).isEqualTo(24);
      assertThat(run.result().orElseThrow().provenance())
          .containsEntry("privacy", "passed " + receipt.result());
      assertThat(Files.readString(session.paths().run(run.id()).resolve("privacy.json")))
          .contains(receipt.result());
    }
  }

  @Test
  void blocksTrainingUntilWhatWasFoundIsHidden() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, TELLING + TestProject.rows("card", 1, 9) + TestProject.rows("help", 1, 9));
      PrivacyGate gate = new PrivacyGate(session);
      assertThat(gate.summary().state()).isEqualTo(GateState.OPEN);

      assertThatThrownBy(() -> train(session))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> {
                assertThat(problem.key()).isEqualTo("problem.privacy.found");
                assertThat(problem.arguments().get(1).toString())
                    .contains("person 1", "email 1", "phone 1", "card 1");
              });
      assertThat(gate.summary().state()).isEqualTo(GateState.BLOCKED);
      assertThat(session.runs()).isEmpty();

      assertThat(new HidePrivate(session).run(true, JobContext.quiet())).isEqualTo(3);
      assertThat(texts(session))
          .noneMatch(text -> text.matches(".*(Priya|98765|4111|asha|rao@).*"))
          .anyMatch(text -> text.equals("the card [CARD] was charged twice"))
          .anyMatch(text -> text.matches("please call \\p{L}+ \\p{L}+ on \\[PHONE]"));
      assertThat(gate.summary().state()).isEqualTo(GateState.PASSED);
      Receipt receipt = gate.receipt().orElseThrow();
      assertThat(receipt.done())
          .isEqualTo(
              Map.of(
                  "pseudonym person",
                  1L,
                  "pseudonym email",
                  1L,
                  "mask phone",
                  1L,
                  "mask card",
                  1L));
      train(session);
    }
  }

  @Test
  void aWaiverLetsThroughWhatWasThereAndNamesWhoGaveIt() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, TELLING + TestProject.rows("card", 1, 9) + TestProject.rows("help", 1, 9));
      PrivacyGate gate = new PrivacyGate(session);
      assertThatThrownBy(() -> gate.waive("ann", " ")).isInstanceOf(Problem.class);
      gate.waive("ann", "a public data set");

      train(session);
      Receipt receipt = gate.receipt().orElseThrow();
      assertThat(receipt.state()).isEqualTo(GateState.WAIVED);
      assertThat(receipt.waiver().orElseThrow().who()).isEqualTo("ann");
      assertThat(receipt.waiver().orElseThrow().reason()).isEqualTo("a public data set");

      add(session, "write to bob.ray@example.org now,help\n");
      assertThatThrownBy(() -> train(session)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void whatWasHiddenComesBackWhileOriginalsAreKept() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, TELLING);
      List<String> before = texts(session);
      HidePrivate verb = new HidePrivate(session);
      verb.run(true, JobContext.quiet());
      assertThat(texts(session)).isNotEqualTo(before);
      assertThat(new PrivacyGate(session).summary().originals()).isEqualTo(3);

      assertThat(verb.undo(JobContext.quiet())).isEqualTo(3);
      assertThat(texts(session)).isEqualTo(before);
      assertThat(new PrivacyGate(session).summary().state()).isEqualTo(GateState.OPEN);

      verb.run(true, JobContext.quiet());
      verb.dropOriginals();
      assertThat(new PrivacyGate(session).summary().originals()).isZero();
      assertThatThrownBy(() -> verb.undo(JobContext.quiet())).isInstanceOf(Problem.class);
    }
  }

  @Test
  void keptOriginalsCannotBeReadWithoutTheirKey() throws IOException {
    Path project = folder.resolve("p");
    try (ProjectSession session = TestProject.create(project)) {
      add(session, "call Priya Deshmukh on +91 98765 43210,help\n");
      new HidePrivate(session).run(true, JobContext.quiet());
      session.database().update("DELETE FROM private_finding");
      Files.delete(project.resolve("keys/originals.key"));
      assertThatThrownBy(() -> new HidePrivate(session).undo(JobContext.quiet()))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.privacy.no-originals"));
      String kept =
          session
              .database()
              .query(
                  "SELECT sealed FROM redacted",
                  row -> new String(row.bytes(1), StandardCharsets.ISO_8859_1))
              .getFirst();
      assertThat(kept).doesNotContain("Priya").doesNotContain("98765");
    }
  }

  @Test
  void oneDecisionSettlesAValueHereOrEverywhere() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(
          session,
          "ask Anita Rao about it,help\nask Anita Rao again,help\nhave Anita Rao call,help\n");
      new ScanPrivacy(session).run(JobContext.quiet());
      ReviewPrivacy review = new ReviewPrivacy(session);
      List<PrivateFinding> found = review.page(0, 10, Optional.of(Kind.PERSON), true);
      assertThat(found).hasSize(3).allMatch(finding -> finding.value().equals("Anita Rao"));
      assertThat(found.getFirst().instead()).isNotEqualTo("Anita Rao");

      review.decide(found.getFirst().id(), false, false);
      assertThat(review.page(0, 10, Optional.of(Kind.PERSON), true)).hasSize(2);
      review.decide(found.get(1).id(), false, true);
      assertThat(review.page(0, 10, Optional.of(Kind.PERSON), true)).isEmpty();

      add(session, "and Anita Rao once more,help\n");
      new ScanPrivacy(session).run(JobContext.quiet());
      assertThat(review.page(0, 10, Optional.of(Kind.PERSON), true)).isEmpty();
      assertThat(review.said()).hasSize(2).allMatch(said -> said.value().equals("Anita Rao"));

      review.unsay(review.said().getLast().id());
      new ScanPrivacy(session).run(JobContext.quiet());
      assertThat(review.page(0, 10, Optional.of(Kind.PERSON), true)).hasSize(3);
    }
  }

  @Test
  void findsTheProjectsOwnPatternsAndValuesAndDoesWhatItSays() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, "ticket TCK-0042 for blue heron,help\nlogin from 203.0.113.9,help\n");
      ReviewPrivacy review = new ReviewPrivacy(session);
      review.add(new CustomPattern("ticket", "TCK", Kind.CUSTOM));
      review.add(new CustomPattern("ticket", "TCK-\\d+", Kind.CUSTOM));
      review.say(Kind.CUSTOM, "Blue Heron", true);
      review.choose(Kind.IP, Action.LEAVE);

      new HidePrivate(session).run(true, JobContext.quiet());
      assertThat(texts(session))
          .containsExactly("ticket [CUSTOM] for [CUSTOM]", "login from 203.0.113.9");
      assertThat(new PrivacyGate(session).summary().state()).isEqualTo(GateState.PASSED);
    }
  }

  @Test
  void aPatternThatIsOfNoUseIsRefusedBeforeItIsKept() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      ReviewPrivacy review = new ReviewPrivacy(session);
      refused(review, "(", "problem.privacy.pattern");
      refused(review, "x*", "problem.privacy.pattern-empty");
      refused(review, "(a+)+$", "problem.privacy.pattern-slow");
      refused(review, "(\\w+\\s?)+@", "problem.privacy.pattern-slow");
      assertThat(review.patterns()).isEmpty();
      review.add(new CustomPattern("ticket", "TCK-[0-9]{5}", Kind.CUSTOM));
      review.remove("ticket");
      assertThat(review.patterns()).isEmpty();
      assertThatThrownBy(() -> review.remove("ticket")).isInstanceOf(Problem.class);
    }
  }

  private static void refused(ReviewPrivacy review, String regex, String key) {
    assertThatThrownBy(() -> review.add(new CustomPattern("mine", regex, Kind.CUSTOM)))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo(key));
  }

  @Test
  void labelsOnPartsMoveAlongAndBack() throws IOException {
    try (ProjectSession session =
        ProjectSession.create(
            folder.resolve("p"), TaskKind.SPANS, Catalogue.BUILT_IN, TestProject.CLOCK)) {
      Path file = folder.resolve("spans.jsonl");
      Files.writeString(
          file,
          """
          {"text":"Priya Deshmukh lost her luggage in Oslo","label":[[0,5,"given"],[24,31,"thing"],[35,39,"where"]]}
          {"text":"the bus was late in Rome","label":[[20,24,"where"]]}
          """);
      new ImportData(session).run(ImportRequest.of(file), JobContext.quiet());
      List<String> before = marked(session);
      assertThat(before).containsExactly("given=Priya thing=luggage where=Oslo", "where=Rome");
      new ReviewPrivacy(session).choose(Kind.PERSON, Action.MASK);

      new HidePrivate(session).run(true, JobContext.quiet());
      assertThat(marked(session))
          .containsExactly("given=[PERSON] thing=luggage where=Oslo", "where=Rome");
      new HidePrivate(session).undo(JobContext.quiet());
      assertThat(marked(session)).isEqualTo(before);
    }
  }

  @Test
  void aStoppedScanGoesOnAndAStoppedHidingLeavesNothingHidden() throws IOException {
    try (ProjectSession session = TestProject.create(folder.resolve("p"))) {
      add(session, TestProject.rows("refund", 1, 2500) + TELLING);
      List<String> before = texts(session);
      assertThatThrownBy(() -> new ScanPrivacy(session).run(stopping(1)))
          .isInstanceOf(CancelledException.class);
      assertThat(new PrivacyGate(session).summary().looked()).isEqualTo(2000);
      new ScanPrivacy(session).run(JobContext.quiet());
      assertThat(new PrivacyGate(session).summary().state()).isEqualTo(GateState.BLOCKED);

      assertThatThrownBy(() -> new HidePrivate(session).run(true, stopping(0)))
          .isInstanceOf(CancelledException.class);
      assertThat(texts(session)).isEqualTo(before);
    }
  }

  // Somebody stops the work after so many reports.
  private static JobContext stopping(int after) {
    return new JobContext() {
      private int reports;

      @Override
      public void report(Progress progress) {
        reports++;
      }

      @Override
      public boolean cancelled() {
        return reports >= after;
      }
    };
  }

  private void add(ProjectSession session, String rows) throws IOException {
    TestProject.add(session, TestProject.file(folder, "t.csv", quoted(rows)), Split.NONE);
  }

  // The last comma parts text and label.
  private static String quoted(String rows) {
    return rows.replaceAll("(?m)^(.*),([^,\\n]*)$", "\"$1\",$2");
  }

  private static Run train(ProjectSession session) throws IOException {
    return new TrainModel(session, TestProject.CATALOGUE, new NearestTextTrainer())
        .run(TrainingSpec.of(Method.QUICK), JobContext.quiet(), event -> {});
  }

  private static List<String> texts(ProjectSession session) {
    return new BrowseTexts(session).page(0, 10_000).stream().map(Labeled::text).toList();
  }

  private static List<String> marked(ProjectSession session) {
    return new BrowseTexts(session).page(0, 100).stream().map(text -> marked(text)).toList();
  }

  private static String marked(Labeled text) {
    if (!(text.judgement() instanceof Judgement.Spans(List<Mark> marks))) {
      return "";
    }
    return String.join(
        " ",
        marks.stream()
            .map(mark -> mark.label() + "=" + text.text().substring(mark.start(), mark.end()))
            .toList());
  }
}
