package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;

class DjlSurveyorTest {
  private static final int TEXTS = 60;

  @TempDir Path cache;

  private Survey survey(List<String> texts, int[] labels) throws IOException {
    return new DjlSurveyor()
        .survey(
            new SurveyTask(
                Banking.baseModel(),
                cache,
                texts,
                labels,
                IntStream.range(0, texts.size()).toArray(),
                2,
                1,
                "cpu"),
            JobContext.quiet());
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < TEXTS / 2; i++) {
      texts.add("my card was lost at shop number " + i);
      texts.add("the exchange rate of currency " + i + " is too low");
    }
    return texts;
  }

  @Test
  void theFlippedLabelAndTheStrangeTextStandOut() throws IOException {
    List<String> texts = texts();
    int[] labels = IntStream.range(0, TEXTS).map(i -> i % 2).toArray();
    labels[10] = 1;
    texts.set(21, "gaseous giants orbit distant suns in total silence");

    Survey survey = survey(texts, labels);

    assertThat(survey.probabilities()[10][0]).isGreaterThan(0.5f);
    assertThat(
            IntStream.range(0, TEXTS)
                .boxed()
                .max((a, b) -> Float.compare(survey.distances()[a], survey.distances()[b])))
        .contains(21);
    assertThat(survey.sizes()).hasSize(5).isSorted();
    assertThat(survey.tested()).isEqualTo(12);
    assertThat(survey.hits()[4]).isGreaterThanOrEqualTo(10);
  }

  @Test
  void tokensAreCountedBeyondTheLimit() throws IOException {
    List<String> texts = texts();
    texts.set(0, "word ".repeat(2_000));

    Survey survey = survey(texts, new int[TEXTS]);

    assertThat(survey.tokens()[0]).isEqualTo(2_002);
    assertThat(survey.limit()).isEqualTo(512);
    assertThat(survey.probabilities()).as("of texts that all have one label").isEmpty();
  }
}
