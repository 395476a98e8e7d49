package org.shilpi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What an installer ships is named in NOTICE.
class NoticeTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

  /// Jars that only tests need, by the beginning of their names.
  private static final Set<String> TESTS_ONLY =
      Set.of(
          "junit-",
          "opentest4j",
          "apiguardian",
          "open-test-reporting",
          "assertj-",
          "byte-buddy",
          "jqwik",
          "archunit",
          "testfx-",
          "org.osgi",
          "hamcrest",
          "surefire",
          "onnxruntime",
          "common-java5");

  @Test
  void namesEveryJarThatAnInstallerShips() throws IOException {
    Set<String> shipped =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
            .filter(Matcher::matches)
            .map(jar -> jar.group(1))
            .filter(name -> TESTS_ONLY.stream().noneMatch(name::startsWith))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(shipped).as("class path read").contains("h2", "javafx-graphics");
    assertThat(named(Files.readString(Path.of("NOTICE"))))
        .as("names in brackets in NOTICE: one for every jar, none too many")
        .containsExactlyElementsOf(shipped);
  }

  private static Set<String> named(String notice) {
    return Pattern.compile("\\[([A-Za-z0-9_.-]+)]")
        .matcher(notice)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
