package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.job.Problem;

class RulesTest {
  private static final Rules RULES = Rules.own();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Write to asha.rao+home@mail.example.co.in today. | EMAIL | asha.rao+home@mail.example.co.in",
        "mail me: asha (at) example (dot) org | EMAIL | asha (at) example (dot) org",
        "Call me on +91 98765 43210 after six | PHONE | +91 98765 43210",
        "मेरा मोबाइल नंबर 98765-43210 है | PHONE | 98765-43210",
        "Reach us at (212) 555-0187 x12 | PHONE | (212) 555-0187 x12",
        "My card 4111 1111 1111 1111 was charged twice | CARD | 4111 1111 1111 1111",
        "amex 378282246310005 lost | CARD | 378282246310005",
        "Pay to DE89 3704 0044 0532 0130 00 please | IBAN | DE89 3704 0044 0532 0130 00",
        "Login from 203.0.113.77 failed | IP | 203.0.113.77",
        "Login from 2001:db8::8a2e:370:7334 failed | IP | 2001:db8::8a2e:370:7334",
        "device 00:1B:44:11:3A:B7 joined | MAC | 00:1B:44:11:3A:B7",
        "See https://example.org/help for more | LINK | https://example.org/help",
        "open https://example.org/?token=9fQ2xLk81 now | SECRET | https://example.org/?token=9fQ2xLk81",
        "key AKIAIOSFODNN7EXAMPLE leaked | SECRET | AKIAIOSFODNN7EXAMPLE",
        "use ghp_16C7e42F292c6912E7710c838347Ae178B4a | SECRET | ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "the password is Tr0ub4dor&3 ok | SECRET | Tr0ub4dor&3",
        "Aadhaar 2341 2341 2346 attached | AADHAAR | 2341 2341 2346",
        "PAN ABCPE1234F is mine | PAN | ABCPE1234F",
        "our GSTIN 27AAPFU0939F1ZV | GSTIN | 27AAPFU0939F1ZV",
        "IFSC HDFC0001234 for NEFT | IFSC | HDFC0001234",
        "send to asha.rao@okhdfcbank | UPI | asha.rao@okhdfcbank",
        "SSN 536-22-8726 on file | SSN | 536-22-8726",
        "driver’s license number is D1234567 | DRIVING_LICENCE | D1234567",
        "MRN: 00482913 admitted | MEDICAL_RECORD | 00482913",
        "She was born on 12/05/1984 in May | BIRTH_DATE | 12/05/1984",
        "We met on 3 March 2021 there | DATE | 3 March 2021",
        "a 47-year-old man | AGE | 47",
        "My name is Priya Deshmukh and I wait | PERSON | Priya Deshmukh",
        "Dear Mr. O’Connor, | PERSON | O’Connor",
        "my name is rahul verma | PERSON | rahul verma",
        "मेरा नाम सुनीता शर्मा है | PERSON | सुनीता शर्मा",
        "I work for Hindustan Widgets Ltd in sales | ORGANIZATION | Hindustan Widgets Ltd",
        "I work for Rapid Cycle Solutions | ORGANIZATION | Rapid Cycle Solutions",
        "They hired Brezovar Research for it | ORGANIZATION | Brezovar Research",
        "We bought it at Thomas and Sons today | ORGANIZATION | Thomas and Sons",
        "Odette of Brezovar is the CEO | ORGANIZATION | Brezovar",
        "Leif, can you come? | PERSON | Leif",
        "There are two: Hannah, Ravi | PERSON | Hannah",
        "it was benjamin a. seiler again | PERSON | benjamin a. seiler",
        "correct it to Dr. Berta Brezovar please | PERSON | Berta Brezovar",
        "We moved to New Zealand last year | PLACE | New Zealand",
        "We moved to Haldwani, India | PLACE | Haldwani",
        "the south of Southern Tunisia | PLACE | Tunisia",
        "वह पटना से है | PLACE | पटना",
        "Flat 12 Park Street, Apt. 678 Coalville South Africa 75419 | ADDRESS | 12 Park Street, Apt. 678 Coalville South Africa 75419",
        "We live at 704 1436 Redbud Drive | ADDRESS | 704 1436 Redbud Drive",
        "Deliver to 12 Park Street, Kolkata 700016 | ADDRESS | 12 Park Street, Kolkata 700016",
        "Write to P.O. Box 1042 | ADDRESS | P.O. Box 1042",
        "pin code 560001 | POSTCODE | 560001",
        "her postcode is 75534-030 | POSTCODE | 75534-030",
        "near K1A 0B1 in winter | POSTCODE | K1A 0B1",
        "somewhere in nw1 6xe then | POSTCODE | nw1 6xe",
        "it is in D02 X285 now | POSTCODE | D02 X285",
        "ships from 1012 AB Amsterdam | POSTCODE | 1012 AB",
        "ships from 00-950 Warszawa | POSTCODE | 00-950",
        "ships from 80331 Munich | POSTCODE | 80331",
        "the depot in Odense 5000 | POSTCODE | 5000",
        "the Portuguese team | BELONGING | Portuguese",
        "I met Dr. Mehta | TITLE | Dr."
      })
  void finds(String text, Kind kind, String value) {
    assertThat(RULES.find(text))
        .as("%s", text)
        .anySatisfy(finding -> {
          assertThat(finding.kind()).isEqualTo(kind);
          assertThat(finding.in(text)).isEqualTo(value);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am still waiting for my refund.",
        "What is the exchange rate today?",
        "The top up failed, please help me.",
        "version 1.2.3.4 of the program",
        "Please reset the password for me",
        "it cost 1,250.00 in total",
        "CAN SOMEBODY PLEASE HELP ME NOW",
        "we sold 12500 units in total",
        "Customer Service told me to wait",
        "मुझे अपना पैसा वापस चाहिए"
      })
  void isSureOfNothingInPlainTexts(String text) {
    assertThat(RULES.find(text)).noneMatch(Finding::sure);
  }

  @Test
  void aYearBehindATownIsNoPostcode() {
    assertThat(RULES.find("the games in London 2012 were fine"))
        .noneMatch(f -> f.kind() == Kind.POSTCODE);
  }

  @Test
  void aWrongCheckDigitMakesNoCardAndNoIban() {
    assertThat(RULES.find("ref 4111111111111112 end")).noneMatch(f -> f.kind() == Kind.CARD);
    assertThat(RULES.find("ref DE88370400440532013000 end")).noneMatch(f -> f.kind() == Kind.IBAN);
  }

  @Test
  void findingsNeverOverlap() {
    String text =
        "Mr. Ravi Kumar, 12 MG Road, Bengaluru 560001, ravi@example.org, +91 98765 43210, born"
            + " 1990-01-31, card 4111 1111 1111 1111, https://x.example.org/?key=abcd1234";
    List<Finding> found = RULES.find(text);
    assertThat(found).hasSizeGreaterThan(6);
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).start()).isGreaterThanOrEqualTo(found.get(i - 1).end());
    }
  }

  @Test
  void readsHostileTextsInTimeThatGrowsWithTheirLength() {
    // Each would keep a careless pattern busy for ages; the test's time limit is the build's own.
    Stream.of(
            "a", "A ", "1", "1 ", "a.", "a@", "-", "(", "1-", "Aa Bb, ", "http://", "::", "x=1&",
            "P.O. ")
        .forEach(
            piece -> assertThat(RULES.find(piece.repeat(20_000 / piece.length()))).isNotNull());
  }

  @Test
  void aProjectsOwnPatternIsFound() {
    Rules rules =
        Rules.own().with(List.of(new CustomPattern("ticket", "TCK-\\d{6}", Kind.CUSTOM)), Map.of());
    String text = "see TCK-004211 please";
    assertThat(rules.find(text))
        .anyMatch(f -> f.kind() == Kind.CUSTOM && f.in(text).equals("TCK-004211"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*a){20}"})
  void aRegrettablePatternGivesUpAndSaysSo(String regex) {
    Rules rules =
        Rules.own().with(List.of(new CustomPattern("mine", regex, Kind.CUSTOM)), Map.of());
    assertThatThrownBy(() -> rules.find("a".repeat(5_000) + "!"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("problem.privacy.pattern-slow"));
  }

  @Test
  void aValueSaidToBePrivateIsFoundHoweverItIsWritten() {
    Rules rules = Rules.own().with(List.of(), Map.of("Blue Heron", Kind.CUSTOM));
    String text = "the plan blue-heron begins";
    assertThat(rules.find(text)).containsExactly(new Finding(9, 19, Kind.CUSTOM, 1));
  }

  @Test
  void anUnreadablePatternSaysWhy() {
    List<CustomPattern> bad = List.of(new CustomPattern("mine", "(", Kind.CUSTOM));
    assertThatThrownBy(() -> Rules.own().with(bad, Map.of()))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("problem.privacy.pattern"));
  }
}
