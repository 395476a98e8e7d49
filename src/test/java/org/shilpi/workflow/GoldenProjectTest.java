package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.Example;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.PredictionStore;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;

/// Projects of every schema that was released open and hold what they held.
class GoldenProjectTest {
  @TempDir Path temp;

  @ParameterizedTest
  @ValueSource(strings = "schema-1.mv.db")
  void everyReleasedSchemaOpens(String file) throws IOException {
    try (InputStream in = GoldenProjectTest.class.getResourceAsStream("/golden/" + file)) {
      Files.copy(Objects.requireNonNull(in, file), temp.resolve("project.mv.db"));
    }
    try (ProjectSession session = ProjectSession.open(temp, TestProject.CLOCK)) {
      assertThat(session.summary())
          .extracting(
              ProjectSummary::task,
              ProjectSummary::baseModel,
              ProjectSummary::texts,
              ProjectSummary::labeled,
              ProjectSummary::rejected,
              ProjectSummary::labels,
              ProjectSummary::accuracy)
          .containsExactly("classify", "some-model", 4, 4, 2, 3, Optional.of(0.5));
      LabelExamples labels = new LabelExamples(session);
      assertThat(labels.find(2))
          .contains(new Example(2, "दोपहर में मिलते हैं?", Split.NONE, "mails.csv", 2));
      assertThat(labels.counts()).isEqualTo(Map.of("phishing", 2, "साधारण", 2, "spare", 0));
      assertThat(new AnnotationStore(session.database()).history(1))
          .extracting(a -> a.source().name(), a -> a.judgement(), a -> a.at())
          .containsExactly(
              Tuple.tuple("IMPORT", new Judgement.One("phishing"), TestProject.CLOCK.instant()),
              Tuple.tuple("PERSON", new Judgement.One("spare"), TestProject.CLOCK.instant()),
              Tuple.tuple("PERSON", new Judgement.One("phishing"), TestProject.CLOCK.instant()));
      assertThat(new ImportData(session).rejected(10))
          .extracting(RejectedRow::row, RejectedRow::key)
          .containsExactly(
              Tuple.tuple(5L, "rejected.few-cells"), Tuple.tuple(4L, "rejected.no-text"));
      assertThat(session.runs())
          .containsExactly(run(2, RunState.INTERRUPTED, false), run(1, RunState.DONE, true));
      assertThat(session.events(1)).isEqualTo(GoldenProject.EVENTS);
      assertThat(new PredictionStore(session.database()).get(1, Split.TEST).orElseThrow())
          .usingRecursiveComparison()
          .isEqualTo(GoldenProject.answers());
      labels.label(4, "spare");
      assertThat(labels.labelOf(4)).contains("spare");
    }
  }

  private static Run run(long id, RunState state, boolean done) {
    return new Run(
        id,
        GoldenProject.SPEC,
        GoldenProject.FINGERPRINT,
        "some-model",
        state,
        TestProject.CLOCK.instant(),
        done ? Optional.of(GoldenProject.RESULT) : Optional.empty(),
        Optional.empty());
  }
}
