package org.shilpi.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class SampleReadmeTest {
  @Test
  void tablesBecomeALineALabelAndWrappedLinesAreJoined() {
    Guidelines read =
        SampleReadme.guidelines(
            """
            # Sample

            Question: What is it?

            | Column | Content |
            |--------|---------|
            | text   | a text  |

            ## Labels, and where they end

            | Label | Rows | meaning |
            |---|---:|---|
            | `A`   | 12   | the **first** |
            | (empty) | 3 | not yet |

            ## Borderline rules

            1. A before
               B: *A*.
            2. Otherwise B.

            ## How it was made
            By hand.
            """);
    assertThat(read.question()).isEqualTo("What is it?");
    assertThat(read.rules()).isEqualTo("A: the first\n\n1. A before B: A.\n2. Otherwise B.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail-triage", "bank-queries", "hindi-messages"})
  void everySampleBringsAQuestionAndRules(String sample) throws IOException {
    Guidelines read =
        SampleReadme.guidelines(Files.readString(Path.of("sample-data", sample, "README.md")));
    assertThat(read.question()).endsWith("?");
    assertThat(read.rules())
        .contains("1. ")
        .doesNotContain("|", "`", "*", "How it was made", "\n\n\n");
  }

  @Test
  void tooLongOnesAreRefusedInASentence() {
    assertThatThrownBy(() -> new Guidelines("q".repeat(201), "")).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new Guidelines("", "r".repeat(50_001))).isInstanceOf(Problem.class);
  }
}
