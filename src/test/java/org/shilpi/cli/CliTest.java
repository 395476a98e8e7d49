package org.shilpi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.text.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CliTest {
  private static final Path SAMPLES = Path.of("sample-data").toAbsolutePath();
  private static final Path QUERIES = SAMPLES.resolve("bank-queries/queries.csv");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void takesAProjectFromNewToPredictions() throws Exception {
    String project = folder.resolve("bank").toString();
    assertThat(run("new", project, "--task", "classify", "--json")).isZero();
    assertThat(json().path("base").asString()).isEqualTo(Catalogue.BUILT_IN);

    assertThat(run("import", project, QUERIES.toString(), "--label", "intent", "--json")).isZero();
    assertThat(json().path("imported").asInt()).isEqualTo(533);
    assertThat(json().path("rejected").asInt()).isZero();

    assertThat(run("train", project, "--method", "quick", "--seed", "3", "--json")).isZero();
    JsonNode trained = json();
    assertThat(trained.path("run").asInt()).isEqualTo(1);
    assertThat(trained.path("bestEpoch").asInt()).isEqualTo(1);
    for (String figure : List.of("seconds", "examplesPerSecond", "peakRssMb")) {
      assertThat(trained.path(figure).asDouble()).as(figure).isPositive();
    }
    assertThat(trained.path("validation").path("accuracy").asDouble()).isBetween(0.5, 1.0);

    Path report = folder.resolve("report.html");
    assertThat(run("evaluate", project, "--report", report.toString(), "--json")).isZero();
    evaluated(json());
    assertThat(report).content().contains("<svg");

    Path answers = folder.resolve("answers.csv");
    assertThat(
            run(
                "predict",
                project,
                "--in",
                QUERIES.toString(),
                "--out",
                answers.toString(),
                "--json"))
        .isZero();
    assertThat(json().path("predicted").asInt()).isEqualTo(533);
    assertThat(Files.readAllLines(answers)).hasSizeGreaterThanOrEqualTo(534);

    assertThat(run("runs", project, "--json")).isZero();
    assertThat(json().path("runs").path(0).path("state").asString()).isEqualTo("done");
  }

  private static void evaluated(JsonNode evaluation) {
    double accuracy = evaluation.path("accuracy").asDouble();
    JsonNode interval = evaluation.path("accuracyInterval");
    assertThat(interval.path(0).asDouble()).isLessThan(accuracy);
    assertThat(interval.path(1).asDouble()).isGreaterThan(accuracy);
    assertThat(accuracy)
        .isGreaterThan(evaluation.path("baselines").path("majority").path("accuracy").asDouble());
    assertThat(evaluation.path("baselines").has("tfidf")).isTrue();
    assertThat(evaluation.path("perClass").size()).isEqualTo(8);
    assertThat(evaluation.path("latencyMs").path("p95").asDouble())
        .isGreaterThanOrEqualTo(evaluation.path("latencyMs").path("p50").asDouble());
    int texts = 0;
    for (JsonNode label : evaluation.path("perClass")) {
      texts += label.path("support").asInt();
    }
    assertThat(evaluation.path("n").asInt()).isEqualTo(texts).isPositive();
    for (String figure : List.of("macroF1", "falsePositiveRate", "falseNegativeRate", "run")) {
      assertThat(evaluation.path(figure).isNumber()).as(figure).isTrue();
    }
  }

  @Test
  void saysWhatIsWrongInOneLineAndWritesNothingToStandardOutput() {
    assertThat(run("import", folder.toString(), "missing.csv")).isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(err().lines()).singleElement().asString().startsWith("There is no project in");
  }

  @Test
  void tellsWrongUsageFromFailure() {
    assertThat(run("train")).isEqualTo(2);
    assertThat(run("nonsense")).isEqualTo(2);
    assertThat(run("train", folder.toString(), "--method", "deepest")).isEqualTo(2);
    assertThat(out()).isEmpty();
  }

  @Test
  void endsWith130WhenItIsStopped() {
    String project = folder.resolve("bank").toString();
    run("new", project, "--task", "classify");
    Cli cli = cli("en");
    cli.cancel();
    assertThat(cli.run("import", project, QUERIES.toString())).isEqualTo(130);
    assertThat(run("import", project, QUERIES.toString(), "--json")).isZero();
    assertThat(json().path("duplicates").asInt())
        .as("nothing of the stopped import stayed")
        .isZero();
  }

  @Test
  void helpsInHindi() {
    assertThat(cli("hi").run("train", "--help")).isZero();
    assertThat(out()).contains("प्रशिक्षण");
  }

  private int run(String... arguments) {
    return cli("en").run(arguments);
  }

  private Cli cli(String language) {
    out.reset();
    err.reset();
    CommandServices services =
        new CommandServices(
            new Catalogue(Path.of("target/test-home").toAbsolutePath()),
            new DjlTrainer(),
            new DjlScorer(),
            Clock.systemUTC(),
            SAMPLES);
    return new Cli(
        services, new Messages(language), new PrintStream(out, true), new PrintStream(err, true));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /// The last line of standard output.
  private JsonNode json() {
    return new ObjectMapper().readTree(out().strip().lines().reduce("", (first, last) -> last));
  }
}
