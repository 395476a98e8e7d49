package org.shilpi.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {
  @Test
  void headLinesOfAMailAreTakenApart() {
    Letter letter =
        Letter.of("From: A <a@b.example>\r\nSubject: Hello: you\r\n\r\nDear all,\r\n\r\nbye\r\n");
    assertThat(letter.head())
        .containsExactly(
            new Letter.Line("From", "A <a@b.example>"), new Letter.Line("Subject", "Hello: you"));
    assertThat(letter.body()).isEqualTo("Dear all,\r\n\r\nbye");
    assertThat(letter.title()).isEqualTo("Hello: you");
  }

  @Test
  void hindiHeadLinesAreKnown() {
    Letter letter = Letter.of("प्रेषक: सहायता\nविषय: मेलबॉक्स\n\nप्रिय साथी,");
    assertThat(letter.head()).hasSize(2);
    assertThat(letter.title()).isEqualTo("मेलबॉक्स");
  }

  @Test
  void proseThatBeginsLikeAHeadIsLeftAlone() {
    assertThat(Letter.of("From: here on it rains.\nAlways.").head()).isEmpty();
    assertThat(Letter.of("Subject: only this line").head()).isEmpty();
    assertThat(Letter.of("Note: something\nFrom: x\nSubject: y").head()).isEmpty();
    assertThat(Letter.of("From: here on it rains.\nAlways.").body())
        .isEqualTo("From: here on it rains.\nAlways.");
  }

  @Test
  void indentationOfTheFirstLineStays() {
    assertThat(Letter.of("\n\n  indented\n").body()).isEqualTo("  indented");
  }

  @Test
  void aTextWithoutSubjectIsKnownByItsBeginning() {
    assertThat(Letter.of("\n\nWhere is my card?\nThanks").title()).isEqualTo("Where is my card?");
    assertThat(Letter.of("x".repeat(500)).title()).hasSizeLessThan(200).endsWith("…");
  }
}
