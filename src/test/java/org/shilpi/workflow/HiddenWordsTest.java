package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Example;
import org.shilpi.data.Origin;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Receipt;
import org.shilpi.privacy.SmallWords;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.RunStore;
import org.shilpi.train.Method;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingSpec;

/// What was hidden is nowhere in the project's folder any more.
class HiddenWordsTest {
  private static final List<String> SECRETS =
      List.of(
          "Zelmira",
          "Quixbury",
          "quixbury@example.org",
          "98765 43210",
          "4111 1111 1111 1111",
          "Tarquin",
          "Ostrander");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noFileOfTheProjectHoldsWhatWasHidden(boolean keep) throws IOException {
    Path project = folder.resolve("p");
    try (ProjectSession session = telling(project)) {
      new FreezeData(session).run(JobContext.quiet());
      Files.createDirectories(project.resolve("backup"));
      Files.copy(project.resolve("project.mv.db"), project.resolve("backup/before-4.mv.db"));
      assertThat(found(project.resolve("snapshots"))).isNotEmpty();
      assertThat(found(project.resolve("backup"))).hasSize(SECRETS.size());

      new HidePrivate(session).run(keep, JobContext.quiet());
      PrivacySummary summary = new PrivacyGate(session).summary();
      assertThat(summary.owed()).isFalse();
      assertThat(summary.earlier()).isEmpty();
      assertThat(summary.originals() > 0).isEqualTo(keep);
      assertThat(new BrowseTexts(session).page(0, 100)).hasSize(26);
      // Windows lets nobody read an open database. Elsewhere closing it must not be what helps.
      if (!OS.WINDOWS.isCurrentOs()) {
        assertThat(found(project)).isEmpty();
      }
    }
    assertThat(found(project)).isEmpty();
  }

  @Test
  void droppingTheOriginalsLeavesNothingToBringBack() throws IOException {
    Path project = folder.resolve("p");
    try (ProjectSession session = telling(project)) {
      new HidePrivate(session).run(true, JobContext.quiet());
      new HidePrivate(session).undo(JobContext.quiet());
      new HidePrivate(session).run(true, JobContext.quiet());
      new HidePrivate(session).dropOriginals();
      assertThatThrownBy(() -> new HidePrivate(session).undo(JobContext.quiet()))
          .isInstanceOf(Problem.class);
    }
    assertThat(found(project)).isEmpty();
    assertThat(project.resolve("keys/originals.key")).doesNotExist();
  }

  @Test
  void whatACrashLeftIsTakenAwayWhenTheProjectIsOpened() throws IOException {
    Path project = folder.resolve("p");
    try (ProjectSession session = telling(project)) {
      session
          .database()
          .transaction(statements -> {
            new Hiding(session.paths(), statements, false, new SmallWords())
                .run(JobContext.quiet());
            Sweep.owe(statements);
            return true;
          });
      Files.createDirectories(project.resolve("snapshots"));
      Files.writeString(project.resolve("snapshots/a.jsonl"), "Zelmira");
    }
    try (ProjectSession session = ProjectSession.open(project, TestProject.CLOCK)) {
      assertThat(new PrivacyGate(session).summary().owed()).isFalse();
    }
    assertThat(project.resolve("snapshots")).doesNotExist();
  }

  @Test
  void theSenderGetsTheStandInThatTheTextsHave() throws IOException {
    try (ProjectSession session = mails()) {
      List<Example> before = examples(session);
      assertThat(before).hasSize(3);
      new ScanPrivacy(session).run(JobContext.quiet());
      assertThat(new PrivacyGate(session).summary().state()).isEqualTo(GateState.BLOCKED);

      new HidePrivate(session).run(true, JobContext.quiet());
      List<Example> after = examples(session);
      String sender = field(after.get(0), Origin.SENDER);
      String name = sender.substring(0, sender.indexOf(" <"));
      assertThat(sender)
          .matches("\\p{L}+ \\p{L}+ <person-[0-9a-f]{8}@example\\.org>")
          .isEqualTo(field(after.get(2), Origin.SENDER))
          .isNotEqualTo(field(after.get(1), Origin.SENDER));
      assertThat(after.get(1).text()).contains("Dear " + name);
      assertThat(field(after.get(0), Origin.TITLE)).doesNotContain("98765");
      assertThat(groups(after)).isEqualTo(groups(before));
      assertThat(after)
          .extracting(e -> field(e, Origin.DATE))
          .isEqualTo(before.stream().map(e -> field(e, Origin.DATE)).toList());
      Receipt receipt = new PrivacyGate(session).receipt().orElseThrow();
      assertThat(receipt.state()).isEqualTo(GateState.PASSED);
      assertThat(receipt.fields()).containsKeys(Origin.SENDER, Origin.TITLE, Origin.ID);

      new HidePrivate(session).undo(JobContext.quiet());
      assertThat(examples(session)).isEqualTo(before);
    }
  }

  @Test
  void masksKeepSendersApart() throws IOException {
    try (ProjectSession session = mails()) {
      new ReviewPrivacy(session).choose(Kind.PERSON, Action.MASK);
      new ReviewPrivacy(session).choose(Kind.EMAIL, Action.MASK);
      new HidePrivate(session).run(true, JobContext.quiet());
      List<String> senders = examples(session).stream().map(e -> field(e, Origin.SENDER)).toList();
      assertThat(senders).allMatch(sender -> sender.startsWith("[PERSON-"));
      assertThat(senders.get(0)).isEqualTo(senders.get(2)).isNotEqualTo(senders.get(1));
    }
  }

  @Test
  void waitsForARunThatLearns() throws IOException {
    try (ProjectSession session = telling(folder.resolve("p"))) {
      new RunStore(session.database())
          .start(TrainingSpec.of(Method.QUICK), "f".repeat(64), "m", TestProject.CLOCK.instant());
      assertThat(session.runs().getFirst().state()).isEqualTo(RunState.RUNNING);
      assertThatThrownBy(() -> new HidePrivate(session).run(true, JobContext.quiet()))
          .isInstanceOfSatisfying(
              Problem.class, p -> assertThat(p.key()).isEqualTo("problem.privacy.learning"));
    }
  }

  // A file whose name, texts, columns and turned-away rows all tell.
  private ProjectSession telling(Path project) throws IOException {
    StringBuilder rows = new StringBuilder("text,label,meta.customer,meta.Phone No,meta.amount\n");
    for (int i = 0; i < 12; i++) {
      rows.append("please refund order ").append(i).append(",refund,Zelmira Quixbury,,").append(i);
      rows.append("\nthe card ").append(i).append(" came late,card,,98765 43210,").append(i);
      rows.append('\n');
    }
    rows.append("I am Zelmira Quixbury; mail zelmira.quixbury@example.org,refund,,,\n");
    // Long texts lie elsewhere in the database's file.
    rows.append("my name is Zelmira Quixbury and ").append("it is so slow ".repeat(900));
    rows.append("card 4111 1111 1111 1111,card,,,\n");
    rows.append(",refund,Tarquin Ostrander,98765 43210,1\n");
    Path file = folder.resolve("Complaint of Zelmira Quixbury.csv");
    Files.writeString(file, rows);
    ProjectSession session = TestProject.create(project);
    TestProject.add(session, file, Split.NONE);
    assertThat(session.summary().rejected()).isEqualTo(1);
    assertThat(examples(session))
        .anyMatch(e -> e.origin().fields().containsValue("Zelmira Quixbury"))
        .anyMatch(e -> e.origin().fields().containsValue("98765 43210"));
    return session;
  }

  private ProjectSession mails() throws IOException {
    Path file = folder.resolve("mails.jsonl");
    Files.writeString(
        file,
        """
        {"text":"It still hurts. Call me.","label":"a","sender":"Priya Deshmukh <priya@example.in>","title":"call +91 98765 43210","group":"<t1@example.in>","id":"<t1@example.in>","date":"2026-05-12"}
        {"text":"Dear Priya Deshmukh, come at four.","label":"b","sender":"Anil Kapoor <anil@example.in>","title":"Re: help","group":"<t1@example.in>","id":"<t2@example.in>","date":"2026-05-13"}
        {"text":"Thank you.","label":"a","sender":"Priya Deshmukh <priya@example.in>","title":"thanks","group":"<t3@example.in>","id":"<t3@example.in>","date":"2026-05-14"}
        """);
    ProjectSession session = TestProject.create(folder.resolve("mails"));
    new ImportData(session)
        .run(
            new ImportRequest(
                file, FileReading.GUESSED.withText("text").withLabel("label"), Split.NONE),
            JobContext.quiet());
    return session;
  }

  private static List<Example> examples(ProjectSession session) {
    List<Example> all = new ArrayList<>();
    for (long id = 1; id <= session.summary().texts(); id++) {
      all.add(new ExampleStore(session.database()).find(id).orElseThrow());
    }
    return all;
  }

  private static String field(Example example, String name) {
    return example.origin().field(name).orElse("");
  }

  // Which texts belong together, whatever their groups are called.
  private static List<Integer> groups(List<Example> examples) {
    List<String> names = examples.stream().map(e -> field(e, Origin.GROUP)).toList();
    return names.stream().map(names::indexOf).toList();
  }

  /// The secrets that lie in files of a folder or in their names, with the file.
  private static List<String> found(Path folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String place = folder.relativize(file).toString();
        for (String secret : SECRETS) {
          if (Stream.of(
                      StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                  .anyMatch(charset -> bytes.contains(coded(secret, charset)))
              || place.contains(secret)) {
            found.add(secret + " in " + place);
          }
        }
      }
    }
    return found;
  }

  private static String coded(String words, Charset charset) {
    return new String(words.getBytes(charset), StandardCharsets.ISO_8859_1);
  }
}
