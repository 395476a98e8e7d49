package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.job.Problem;

class RedactionTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final StandIns STAND_INS = new StandIns(KEY);

  @TempDir Path folder;

  @Test
  void onePersonStaysOnePersonInAllWritings() {
    String whole = STAND_INS.of(Kind.PERSON, "Ann Smith");

    assertThat(whole)
        .doesNotContain("Ann")
        .doesNotContain("Smith")
        .matches("\\p{Lu}\\w+ \\p{Lu}\\w+");
    assertThat(STAND_INS.of(Kind.PERSON, "Ann") + " " + STAND_INS.of(Kind.PERSON, "Smith"))
        .isEqualTo(whole);
    assertThat(STAND_INS.of(Kind.PERSON, "ann smith")).isEqualTo(whole.toLowerCase());
    assertThat(STAND_INS.of(Kind.PERSON, "ANN SMITH")).isEqualTo(whole.toUpperCase());
    assertThat(STAND_INS.of(Kind.PERSON, "सुनीता शर्मा"))
        .matches("[\\p{IsDevanagari}\\p{M}]+ [\\p{IsDevanagari}\\p{M}]+");
  }

  @Test
  void anotherKeyMakesOtherStandIns() {
    byte[] other = new byte[32];
    other[0] = 1;
    StandIns others = new StandIns(new SecretKeySpec(other, "AES"));

    for (Kind kind : List.of(Kind.PERSON, Kind.EMAIL, Kind.PHONE, Kind.IP, Kind.PAN)) {
      String value = kind == Kind.PERSON ? "Ann Smith" : "10.1.2.3";
      assertThat(others.of(kind, value)).isNotEqualTo(STAND_INS.of(kind, value));
      assertThat(STAND_INS.of(kind, value))
          .isEqualTo(STAND_INS.of(kind, value))
          .isNotEqualTo(value);
    }
  }

  @Test
  void writingsOfOneNumberHaveOneStandIn() {
    assertThat(STAND_INS.of(Kind.PHONE, "98765 43210"))
        .isEqualTo(STAND_INS.of(Kind.PHONE, "98765-43210"))
        .matches("\\+999 \\d{3} \\d{3} \\d{4}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BIRTH_DATE | 12/05/1984 | 1984",
        "BIRTH_DATE | 12/05/84 | [BIRTH_DATE]",
        "AGE | 47 | 40-49",
        "AGE | 93 | 90+",
        "POSTCODE | 560001 | 560***",
        "IP | 203.0.113.77 | 203.0.113.0/24",
        "IP | 2001:db8:1:2::7 | 2001:db8:1::/48",
        "LINK | https://example.org/a/b?c | example.org",
        "PAN | ABCPE1234F | [PAN]"
      })
  void generalises(Kind kind, String value, String less) {
    Redactor redactor = new Redactor(Policy.usual().with(kind, Action.GENERALISE), STAND_INS);

    assertThat(redactor.redact(value, List.of(new Finding(0, value.length(), kind, 1))).text())
        .isEqualTo(less);
  }

  @Test
  void doesWhatThePolicySaysAboutEachKind() {
    String text = "Ann paid 4111 1111 1111 1111 in Oslo";
    List<Finding> found =
        List.of(
            new Finding(0, 3, Kind.PERSON, 1),
            new Finding(9, 28, Kind.CARD, 1),
            new Finding(32, 36, Kind.PLACE, 1));
    Policy policy = Policy.usual().with(Kind.PERSON, Action.MASK);

    assertThat(new Redactor(policy, STAND_INS).redact(text, found).text())
        .isEqualTo("[PERSON] paid [CARD] in Oslo");
  }

  @Test
  void aKeyIsMadeOnceAndOnlyItsOwnerMayReadIt() throws IOException {
    Path file = folder.resolve("keys/mine.key");
    SecretKey made = SecretKeys.at(file);

    assertThat(SecretKeys.at(file).getEncoded()).isEqualTo(made.getEncoded()).hasSize(32);
    assertThat(SecretKeys.at(folder.resolve("keys/other.key")).getEncoded())
        .isNotEqualTo(made.getEncoded());
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
          .isEqualTo("rwx------");
    }
    Files.writeString(file, "no key");
    assertThatThrownBy(() -> SecretKeys.at(file))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.key()).isEqualTo("problem.privacy.key"));
  }

  @Test
  void whatIsSealedOpensOnlyWithItsKeyInItsPlace() {
    Vault vault = new Vault(KEY);
    byte[] sealed = vault.seal("text 7", "Ann Smith, राम");

    assertThat(vault.open("text 7", sealed)).isEqualTo("Ann Smith, राम");
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Ann");
    byte[] other = new byte[32];
    other[5] = 1;
    sealed[15] ^= 1;
    assertThatThrownBy(() -> vault.open("text 7", sealed)).isInstanceOf(Problem.class);
    sealed[15] ^= 1;
    assertThatThrownBy(() -> vault.open("text 8", sealed)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> new Vault(new SecretKeySpec(other, "AES")).open("text 7", sealed))
        .isInstanceOf(Problem.class);
  }
}
