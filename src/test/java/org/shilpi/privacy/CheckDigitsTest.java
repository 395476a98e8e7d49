package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDigitsTest {
  // Published examples: ISO/IEC 7812 test cards, Verhoeff's paper, the IBAN registry, the GST
  // portal.
  @ParameterizedTest
  @CsvSource({
    "luhn,79927398713",
    "luhn,4111111111111111",
    "verhoeff,2363",
    "verhoeff,123451",
    "iban,GB82WEST12345698765432",
    "iban,FR1420041010050500013M02606",
    "gstin,27AAPFU0939F1ZV"
  })
  void acceptsRightNumbersAndNoOtherLastDigit(String check, String number) {
    Predicate<String> right =
        switch (check) {
          case "luhn" -> CheckDigits::luhn;
          case "verhoeff" -> CheckDigits::verhoeff;
          case "iban" -> CheckDigits::iban;
          default -> CheckDigits::gstin;
        };
    String body = number.substring(0, number.length() - 1);
    for (char last = '0'; last <= '9'; last++) {
      String tried = body + last;
      assertThat(right.test(tried)).as(tried).isEqualTo(tried.equals(number));
    }
    assertThat(right.test(number)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"12345,1", "758722,9", "23412341234,6"})
  void verhoeffSeesTwoDigitsThatChangedPlaces(String body, String check) {
    String number = body + check;
    for (int i = 0; i < number.length() - 1; i++) {
      if (number.charAt(i) != number.charAt(i + 1)) {
        String swapped =
            number.substring(0, i)
                + number.charAt(i + 1)
                + number.charAt(i)
                + number.substring(i + 2);
        assertThat(CheckDigits.verhoeff(swapped)).as(swapped).isFalse();
      }
    }
  }
}
