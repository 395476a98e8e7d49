package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallWordsTest {
  private static final String HEADLINE = "We send it to the Haulage Depot today.";

  @Test
  void whatOtherTextsWriteSmallIsNoNameInAHeadline() {
    assertThat(names(HEADLINE)).isNotEmpty();
    assertThat(
            names(
                HEADLINE,
                "the depot is closed, no haulage today",
                "haulage costs more than the depot says"))
        .isEmpty();
  }

  @Test
  void oneSlipOfThePenMakesNoNameOrdinary() {
    String letter = "We asked Brezovar about it.";
    assertThat(names(letter, "regards, brezovar", "then Brezovar wrote"))
        .containsExactly("Brezovar");
  }

  @Test
  void aNameThatIsMostlyWrittenLargeStaysOne() {
    String letter = "We asked Brezovar about it.";
    assertThat(
            names(
                letter,
                "mail to brezovar, and brezovar again",
                "for Brezovar, to Brezovar, by Brezovar, of Brezovar, so Brezovar, as Brezovar, on Brezovar"))
        .containsExactly("Brezovar");
  }

  @Test
  void knownNamesStayNamesHoweverOftenTheyAreWrittenSmall() {
    String letter = "I met Maria there.";
    assertThat(names(letter, "maria maria maria", "maria and maria")).containsExactly("Maria");
  }

  @Test
  void linesThatAreShoutedHoldNoUnknownNames() {
    assertThat(
            names("Read the rules below. ODDS DEPEND ON NUMBER OF ENTRIES. We wish you good luck."))
        .isEmpty();
  }

  private static List<String> names(String text, String... others) {
    SmallWords words = new SmallWords();
    for (String other : others) {
      words.see(other);
    }
    return Rules.own().knowing(words).find(text).stream()
        .map(finding -> finding.in(text))
        .filter(found -> !found.equals("today"))
        .toList();
  }
}
