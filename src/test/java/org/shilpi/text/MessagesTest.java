package org.shilpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shilpi.job.Problem;

class MessagesTest {
  @Test
  void everyWordIsThereInBothLanguages() throws IOException {
    assertThat(new MessageKeys(bundle("en"), bundle("hi"), sources()).findings()).isEmpty();
  }

  @Test
  void badWordsAreFound() {
    Map<String, String> english =
        Map.of(
            "problem.a", "Don't {0}",
            "problem.b", "Choose another",
            "problem.c", "Two {0} {1}",
            "problem.d", "Nobody asks",
            "problem.e", "The same");
    Map<String, String> hindi =
        Map.of(
            "problem.a",
            "मत {0}",
            "problem.c",
            "दो {0}",
            "problem.d",
            "कोई नहीं",
            "problem.e",
            "The same");
    String source =
        "of(\"problem.a\"); of(\"problem.b\"); of(\"problem.c\"); of(\"problem.e\"); of(\"problem.gone\");";
    assertThat(new MessageKeys(english, hindi, List.of(source)).findings())
        .containsExactlyInAnyOrder(
            "missing, add to both files: problem.gone=",
            "an apostrophe vanishes, write ’ instead: problem.a",
            "untranslated, add to messages_hi: problem.b=Choose another",
            "places differ between the languages: problem.c",
            "unused, delete from both files: problem.d",
            "not translated: problem.e=The same");
  }

  @Test
  void aProblemIsExplainedInTheLanguageAskedFor() {
    Problem problem = Problem.of("problem.train.no-run", "7");
    assertThat(new Messages("en").explain(problem)).startsWith("There is no run 7");
    assertThat(new Messages("hi").explain(problem)).contains("रन 7");
    assertThat(new Messages("fr").explain(problem)).startsWith("There is no run 7");
  }

  private static Map<String, String> bundle(String language) throws IOException {
    Properties properties = new Properties();
    Path file = Path.of("src/main/resources/org/shilpi/text/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(MessagesTest::read)
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
