package org.shilpi.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.DocumentKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files that are damaged, or made to do damage, go in as a user would bring them in: through the
/// program's own command, with half a gigabyte of memory.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DamagedDocumentsTest {
  private static final Path DATA = Path.of("../shared/data");
  // Behind the file and the number of the row.
  private static final Pattern REASON = Pattern.compile("^[^,]*,\\d+,([a-z-]+),");

  private static final int LARGE = 100_000;
  private static final int DAMAGED = Integer.getInteger("shilpi.damaged", 160);

  @TempDir Path folder;

  private Path files;
  private Path temporary;
  private Path rejected;

  @BeforeEach
  void folders() throws IOException {
    files = Files.createDirectory(folder.resolve("files"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
    rejected = folder.resolve("rejected.csv");
  }

  @Test
  void whateverIsWrongWithAFileItGivesTextOrAReason() throws Exception {
    Map<String, byte[]> bombs = Bombs.all();
    for (Map.Entry<String, byte[]> bomb : bombs.entrySet()) {
      Files.write(files.resolve(bomb.getKey()), bomb.getValue());
    }
    int damaged = damage(documents());

    JsonNode report = imported();

    assertThat(report.get("files").size()).isEqualTo(bombs.size() + damaged);
    assertThat(reasons())
        .containsKeys("nesting", "parts", "archive-size", "document-large", "document-broken")
        .doesNotContainKeys("document-slow", "document-crash", "document-memory");
    assumeTrue(damaged > 0, "only made files were tried: real ones need " + DATA);
  }

  private int damage(List<Path> originals) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    int damaged = originals.isEmpty() ? 0 : DAMAGED;
    for (int i = 0; i < damaged; i++) {
      Path original = originals.get(i * 7 % originals.size());
      Path other = originals.get(random.nextInt(originals.size()));
      byte[] bytes = Damage.of(Files.readAllBytes(original), Files.readAllBytes(other), random);
      Files.write(files.resolve(i + "-" + original.getFileName()), bytes);
    }
    return damaged;
  }

  // Every file tells texts, refusals, or why it was left out.
  private JsonNode imported() throws Exception {
    Path project = folder.resolve("project");
    run("new", project.toString(), "--task", "classify");
    String json =
        run(
            "import",
            project.toString(),
            files.toString(),
            "--json",
            "--rejected",
            rejected.toString());
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith("shilpi-")))
          .isEmpty();
    }
    JsonNode report = JsonMapper.shared().readTree(json);
    for (JsonNode file : report.get("files")) {
      assertThat(
              file.has("refused")
                  || file.get("imported").asLong()
                          + file.get("rejected").asLong()
                          + file.get("duplicates").asLong()
                      > 0)
          .as(file.toString())
          .isTrue();
    }
    return report;
  }

  private Map<String, Integer> reasons() throws IOException {
    Map<String, Integer> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(rejected)) {
      Matcher reason = REASON.matcher(line);
      if (reason.find()) {
        reasons.merge(reason.group(1), 1, Integer::sum);
      }
    }
    return reasons;
  }

  // What the command says. It ends well, and leaves no file behind once its helper is gone.
  private String run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(List.of("-Djava.io.tmpdir=" + temporary, "-Duser.home=" + temporary));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.shilpi.Main"));
    command.addAll(List.of(arguments));
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    List<ProcessHandle> helpers = new ArrayList<>();
    String said;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      said = String.valueOf(lines.readLine());
      // They live until this process ends, just after its last word.
      process.descendants().forEach(helpers::add);
      assertThat(lines.readLine()).isNull();
    }
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    for (ProcessHandle helper : helpers) {
      helper.onExit().get(30, TimeUnit.SECONDS);
    }
    return said;
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String set : List.of("tika_import_docs", "mime4j_eml", "spamassassin_eml/hard-ham-1")) {
      Path whole = DATA.resolve(set);
      if (!Files.isDirectory(whole)) {
        return List.of();
      }
      try (Stream<Path> tree = Files.list(whole)) {
        for (Path file : tree.sorted().toList()) {
          if (Files.size(file) < LARGE && DocumentKind.of(file).isPresent()) {
            documents.add(file);
          }
        }
      }
    }
    return documents;
  }
}
