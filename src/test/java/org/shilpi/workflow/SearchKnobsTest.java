package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.project.TaskKind;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingSpec;
import org.shilpi.workflow.SearchKnobs.Found;
import org.shilpi.workflow.SearchKnobs.Plan;
import org.shilpi.workflow.SearchKnobs.Told;
import org.shilpi.workflow.SearchKnobs.Tried;

class SearchKnobsTest {
  private static final TrainingSpec SPEC = TrainingSpec.of(Method.THOROUGH);

  @TempDir Path temp;

  @Test
  void theBestRunIsTrainedToTheEndAndEveryTrialIsARun() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      List<Told> told = new ArrayList<>();
      Found found = search(session, trainer, SPEC, 50, told);
      assertThat(found.best().state()).isEqualTo(RunState.DONE);
      assertThat(found.trials().size()).isBetween(8, 50);
      assertThat(found.trials()).extracting(Tried::run).doesNotHaveDuplicates();
      assertThat(session.runs()).hasSameSizeAs(found.trials());
      assertThat(found.trials().getFirst().settings()).isEmpty();
      Tried best = of(found, found.best());
      assertThat(best.passes()).isEqualTo(SPEC.epochs());
      assertThat(best.loss())
          .isEqualTo(found.trials().stream().mapToDouble(Tried::loss).min().orElseThrow());
      assertThat(best.loss()).isLessThan(found.trials().getFirst().loss());
      assertThat(told).contains(best);
      assertThat(trainer.passes).hasSizeLessThanOrEqualTo(50);
    }
  }

  @Test
  void aTrialThatClimbsGoesOnFromItsCheckpoint() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      Found found = search(session, trainer, SPEC, 50, new ArrayList<>());
      String best = found.best().id() + ".tmp:";
      assertThat(trainer.passes.stream().filter(pass -> pass.startsWith(best)))
          .extracting(pass -> pass.substring(best.length()))
          .containsExactly("1", "2", "3", "4", "5", "6", "7", "8");
    }
  }

  @Test
  void aBrokenTrialIsRememberedAndTheSearchGoesOn() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      Found found = search(session, trainer, SPEC, 50, new ArrayList<>());
      List<Tried> broken = found.trials().stream().filter(t -> t.loss() > 1e9).toList();
      assertThat(broken).isNotEmpty();
      assertThat(session.runs().stream().filter(run -> run.state() == RunState.FAILED))
          .hasSameSizeAs(broken);
    }
  }

  @Test
  void aSearchThatDiedGoesOnWithTheSameTrialsAndRepeatsNoPass() throws IOException {
    PassesTrainer steady = new PassesTrainer();
    Found wanted;
    try (ProjectSession session = project("steady", steady)) {
      wanted = search(session, steady, SPEC, 25, new ArrayList<>());
    }
    PassesTrainer trainer = new PassesTrainer();
    Found found = null;
    project("dying", trainer).close();
    for (int attempt = 1; found == null; attempt++) {
      trainer.dieAfter = attempt * 6;
      try (ProjectSession session = ProjectSession.open(temp.resolve("dying"), trainer.clock())) {
        found = search(session, trainer, SPEC, 25, new ArrayList<>());
      } catch (Problem died) {
        assertThat(died.key()).isEqualTo("problem.worker.killed");
      }
    }
    assertThat(found.trials()).isEqualTo(wanted.trials());
    assertThat(found.best().id()).isEqualTo(wanted.best().id());
    assertThat(trainer.passes).doesNotHaveDuplicates();
  }

  @Test
  void aSearchWhoseProcessIsKilledAgainAndAgainFindsTheSame() throws Exception {
    PassesTrainer steady = new PassesTrainer();
    Found wanted;
    try (ProjectSession session = project("steady", steady)) {
      wanted = search(session, steady, SPEC, 25, new ArrayList<>());
    }
    project("killed", new PassesTrainer()).close();
    List<String> passes = new ArrayList<>();
    // The second kill is in the middle of a rung, the fourth in the best run's last one.
    for (int kill : new int[] {1, 5, 7, 9}) {
      try (ChildJvm child = ChildJvm.start("search", temp.resolve("killed"), "25")) {
        passes.addAll(child.killAfter(kill));
      }
    }
    assertThat(passes).doesNotContain("done");
    PassesTrainer last = new PassesTrainer();
    try (ProjectSession session = ProjectSession.open(temp.resolve("killed"), last.clock())) {
      Found found = search(session, last, SPEC, 25, new ArrayList<>());
      assertThat(found.trials()).isEqualTo(wanted.trials());
      assertThat(found.best().id()).isEqualTo(wanted.best().id());
      assertThat(session.runs()).hasSameSizeAs(wanted.trials());
    }
    assertThat(last.passes).isNotEmpty();
    passes.addAll(last.passes);
    assertThat(passes).doesNotHaveDuplicates();
  }

  @Test
  void aSearchThatWasStoppedGoesOnWhenAskedAgain() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      JobContext impatient =
          new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean cancelled() {
              return trainer.passes.size() >= 4;
            }
          };
      SearchKnobs verb = new SearchKnobs(session, TestProject.CATALOGUE, trainer);
      assertThatThrownBy(() -> verb.run(SPEC, Duration.ofSeconds(25), impatient, tried -> {}))
          .isInstanceOf(CancelledException.class);
      int runs = session.runs().size();
      Found found = search(session, trainer, SPEC, 25, new ArrayList<>());
      assertThat(found.trials()).hasSizeGreaterThan(runs);
      assertThat(trainer.passes).doesNotHaveDuplicates();
    }
  }

  @Test
  void onlyAFewCheckpointsStayOnTheDisk() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      Found found = search(session, trainer, SPEC, 50, new ArrayList<>());
      long stopped =
          session.runs().stream().filter(run -> run.state() == RunState.CANCELLED).count();
      long kept =
          found.trials().stream()
              .filter(t -> Files.exists(session.paths().runDraft(t.run()).resolve("checkpoint")))
              .count();
      assertThat(kept).isBetween(1L, 5L).isLessThan(stopped);
    }
  }

  @Test
  void whatThereIsTimeForIsToldAfterTheFirstPass() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      List<Told> told = new ArrayList<>();
      search(session, trainer, SPEC, 50, told);
      assertThat(told.get(0)).isInstanceOf(Tried.class);
      // 49 seconds are left, of which the first trial's other passes take 7.
      assertThat(told.get(1)).isEqualTo(new Plan(8, 1, 49, 42));
      assertThat(told).filteredOn(Plan.class::isInstance).hasSize(1);
    }
  }

  @Test
  void aTimeThatIsTooShortForOneTrainingIsKeptAndTheBestRunIsDoneAllTheSame() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      List<Told> told = new ArrayList<>();
      Found found = search(session, trainer, SPEC, 5, told);
      assertThat(told).contains(new Plan(8, 1, 4, -3));
      assertThat(trainer.passes).hasSize(5);
      assertThat(found.best().state()).isEqualTo(RunState.DONE);
      assertThat(of(found, found.best()).passes()).isEqualTo(5);
    }
  }

  @Test
  void aTrialAtWhoseRungTheTimeIsUpEndsThereAndIsNotBegunAgainOnlyToEnd() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      List<Told> told = new ArrayList<>();
      Found found = search(session, trainer, SPEC, 1, told);
      assertThat(found.best().state()).isEqualTo(RunState.DONE);
      assertThat(trainer.passes).hasSize(1);
      assertThat(told).filteredOn(Tried.class::isInstance).hasSize(1);
    }
  }

  @Test
  void aMethodThatChoosesEverythingItselfHasNothingToSearch() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    try (ProjectSession session = project("a", trainer)) {
      assertThatThrownBy(
              () -> search(session, trainer, TrainingSpec.of(Method.QUICK), 9, new ArrayList<>()))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.train.search-nothing"));
      assertThat(session.runs()).isEmpty();
    }
  }

  @Test
  void aSearchInWhichEverythingBreaksSaysSo() throws IOException {
    PassesTrainer trainer = new PassesTrainer();
    TrainingSpec bad = new TrainingSpec(Method.THOROUGH, 8, 1, "cpu", Map.of("learningRate", "1"));
    try (ProjectSession session = project("a", trainer)) {
      assertThatThrownBy(() -> search(session, trainer, bad, 25, new ArrayList<>()))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.train.search-failed"));
    }
  }

  private ProjectSession project(String name, PassesTrainer trainer) throws IOException {
    ProjectSession session =
        ProjectSession.create(
            temp.resolve(name), TaskKind.CLASSIFY, Catalogue.BUILT_IN, trainer.clock());
    String rows = TestProject.rows("cards", 0, 8) + TestProject.rows("loans", 8, 8);
    TestProject.add(session, TestProject.file(temp, name + ".csv", rows), Split.NONE);
    return session;
  }

  private static Found search(
      ProjectSession session,
      PassesTrainer trainer,
      TrainingSpec spec,
      int seconds,
      List<Told> told)
      throws IOException {
    return new SearchKnobs(session, TestProject.CATALOGUE, trainer)
        .run(spec, Duration.ofSeconds(seconds), JobContext.quiet(), told::add);
  }

  private static Tried of(Found found, Run run) {
    return found.trials().stream()
        .filter(tried -> tried.run() == run.id())
        .max(Comparator.comparingInt(Tried::passes))
        .orElseThrow();
  }
}
