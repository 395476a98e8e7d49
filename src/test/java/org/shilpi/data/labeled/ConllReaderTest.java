package org.shilpi.data.labeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.Judgement;
import org.shilpi.data.Mark;
import org.shilpi.data.ReadFile;
import org.shilpi.project.TaskKind;

class ConllReaderTest {
  @TempDir Path temp;

  private ReadFile read(String content) throws IOException {
    return ReadFile.of(Files.writeString(temp.resolve("words"), content), TaskKind.SPANS);
  }

  private static Judgement marks(Mark... marks) {
    return new Judgement.Spans(List.of(marks));
  }

  // "New York Delhi Asha": two places side by side, then a person.
  @ParameterizedTest
  @CsvSource({
    "IOB1, I-place I-place B-place I-person O",
    "IOB2, B-place I-place B-place B-person O",
    "BIOES, B-place E-place S-place S-person O",
    "BILOU, B-place L-place U-place U-person O",
    "BMEWO, B-place E-place S-place S-person O"
  })
  void allSchemesOfTagsMeanTheSame(String scheme, String tags) throws IOException {
    String[] words = "New York Delhi Asha .".split(" ");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      lines.append(words[i]).append('\t').append(tags.split(" ")[i]).append('\n');
    }

    ReadFile file = read(lines.toString());

    assertThat(file.format()).isEqualTo("conll");
    assertThat(file.texts().getFirst().text()).isEqualTo("New York Delhi Asha .");
    assertThat(file.texts().getFirst().judgement())
        .isEqualTo(
            marks(new Mark(0, 8, "place"), new Mark(9, 14, "place"), new Mark(15, 19, "person")));
  }

  @Test
  void documentsRemarksAndColumnsBetweenAreNoWords() throws IOException {
    ReadFile file =
        read(
            """
            -DOCSTART- -X- O O

            # sent_id = 7
            # taken from a letter
            Asha NNP I-NP I-PER
            # SYM O O
            \u092a\u0941\u0923\u0947 NNP I-NP I-LOC


            . . O O
            """);

    assertThat(file.rejected()).isEmpty();
    assertThat(file.texts()).extracting(text -> text.text()).containsExactly("Asha # पुणे", ".");
    assertThat(file.texts().getFirst().judgement())
        .isEqualTo(marks(new Mark(0, 4, "PER"), new Mark(7, 11, "LOC")));
    assertThat(file.texts().getLast().judgement()).isEqualTo(marks());
  }

  @Test
  void aTextWithAWordThatHasNoTagIsTurnedAwayWithItsLine() throws IOException {
    String good = "Asha B-PER\ncame O\nback O\n\n".repeat(20);

    ReadFile file = read(good + "lost\nwords O\n\nX-9 Y-9\n\n" + good);

    assertThat(file.texts()).hasSize(40);
    assertThat(file.reasons()).containsExactly("rejected.conll", "rejected.conll");
    assertThat(file.rejected().getFirst().reason().arguments()).containsExactly("81");
    assertThat(file.rejected().getFirst().raw()).isEqualTo("lost\nwords O");
    assertThat(file.rejected().getFirst().number()).isEqualTo(21);
  }
}
