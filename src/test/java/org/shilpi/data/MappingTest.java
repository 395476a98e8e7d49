package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.Mapping.Mapped;

class MappingTest {
  private static final Mapping ONLY_TEXT = new Mapping(0, Mapping.NONE);
  private static final String TEXT = "ask 😀 Asha";

  @Test
  void whatTheFormatItselfSaysComesThroughWhole() {
    var row =
        new Row.Text(
            7,
            TEXT,
            new Judgement.Spans(List.of(new Mark(7, 11, "person"), new Mark(4, 6, "face"))),
            Origin.UNKNOWN);

    assertThat(ONLY_TEXT.apply(row))
        .isEqualTo(new Mapped.Text(7, TEXT, row.judgement(), Origin.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 12, rejected.mark-outside",
    "5, 6, rejected.mark-outside",
    "4, 5, rejected.mark-outside",
    "2, 5, rejected.mark-outside",
    "0, 7, rejected.marks-overlap"
  })
  void aMarkThatCannotStandTurnsTheRowAway(int start, int end, String reason) {
    var marks = List.of(new Mark(start, end, "a"), new Mark(6, 7, "b"));

    var mapped = ONLY_TEXT.apply(new Row.Text(1, TEXT, new Judgement.Spans(marks), Origin.UNKNOWN));

    assertThat(mapped).isEqualTo(new Mapped.Bad(new Rejected(1, TEXT, Reason.of(reason))));
  }

  @Test
  void aLabelWithoutNameTurnsTheRowAway() {
    var row = new Row.Text(1, TEXT, new Judgement.Many(List.of("a", " ")), Origin.UNKNOWN);

    assertThat(ONLY_TEXT.apply(row))
        .isEqualTo(new Mapped.Bad(new Rejected(1, TEXT, Reason.of("rejected.label-empty"))));
  }
}
