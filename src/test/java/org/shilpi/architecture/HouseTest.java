package org.shilpi.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseTest {
  private static final String HOUSE = "org.shilpi";
  private static final String BAD = "org.shilpi.architecture.bad";

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
    assertThat(house).hasSizeGreaterThan(50);
    return new HouseRules(HOUSE)
        .all().entrySet().stream()
            .map(
                rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
  }

  /// A rule that no bad house breaks is misconfigured.
  @TestFactory
  Stream<DynamicTest> everyRuleFindsItsBadFixture() {
    return new HouseRules(BAD)
        .all().keySet().stream()
            .map(name -> DynamicTest.dynamicTest(name, () -> breaks(name, BAD + "." + name)));
  }

  private static void breaks(String name, String root) {
    JavaClasses bad = new ClassFileImporter().importPackages(root);
    assertThat(bad).as("fixture of rule %s", name).isNotEmpty();
    ArchRule rule = requireNonNull(new HouseRules(root).all().get(name));
    assertThat(rule.evaluate(bad).hasViolation())
        .as("the bad fixture breaks rule %s", name)
        .isTrue();
  }
}
