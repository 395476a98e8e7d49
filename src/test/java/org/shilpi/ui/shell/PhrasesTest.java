package org.shilpi.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.text.Messages;

class PhrasesTest {
  private final Messages english = new Messages("en");
  private final Messages hindi = new Messages("hi");

  @Test
  void timesAreShort() {
    assertThat(Phrases.duration(english, Duration.ofMillis(200))).isEqualTo("1 s");
    assertThat(Phrases.duration(english, Duration.ofSeconds(9))).isEqualTo("9 s");
    assertThat(Phrases.duration(english, Duration.ofMinutes(38))).isEqualTo("38 min");
    assertThat(Phrases.duration(english, Duration.ofMinutes(190))).isEqualTo("3 h 10");
    assertThat(Phrases.duration(hindi, Duration.ofMinutes(38))).isEqualTo("38 मिनट");
  }

  @Test
  void sizesAreShort() {
    assertThat(Phrases.bytes(91_000_000)).isEqualTo("91 MB");
    assertThat(Phrases.bytes(1_420_000_000L)).isEqualTo("1.4 GB");
    assertThat(Phrases.bytes(212_000_000_000L)).isEqualTo("212 GB");
    assertThat(Phrases.bytes(1_500_000)).isEqualTo("1.5 MB");
  }

  @Test
  void timeLeftIsSaidOnlyWhereItIsKnown() {
    Progress progress = Progress.of(0.5, "progress.import.rows", 12);
    assertThat(Phrases.timeLeft(english, progress)).isEmpty();
    assertThat(Phrases.timeLeft(english, progress.withTimeLeft(Duration.ofSeconds(30))))
        .isEqualTo("30 s left");
  }

  @Test
  void aProblemIsExplainedAndAnythingElseIsNamed() {
    assertThat(Phrases.failure(english, Problem.of("problem.data.empty", "a.csv")))
        .isEqualTo("The file a.csv is empty. Choose a file with at least one text.");
    assertThat(Phrases.failure(english, new IOException("pipe {0} broken")))
        .contains("IOException: pipe {0} broken");
  }
}
