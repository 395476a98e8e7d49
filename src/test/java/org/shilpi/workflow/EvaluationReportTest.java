package org.shilpi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.evaluate.Evaluation;
import org.shilpi.evaluate.Evaluations;
import org.shilpi.text.Messages;
import org.shilpi.train.Method;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;

/// The pages stay in `target/report`, to be looked at.
class EvaluationReportTest {
  private static final Path PAGES = Path.of("target", "report");
  private static final List<String> MAIL =
      List.of("Phishing", "Payment fraud", "Harmful attachment", "Spam", "Newsletter", "Genuine");
  private static final List<String> HINDI =
      List.of("शिकायत", "धन्यवाद और प्रशंसा", "ऑर्डर की जानकारी", "रिफ़ंड का अनुरोध", "अन्य");

  @Test
  void tellsTheVerdictTheNumbersAndWhereTheyComeFrom() throws IOException {
    String page =
        write("mail.html", "en", "Mail triage, north office", answers(MAIL, 440, 0.92), true);
    assertThat(page)
        .contains("Yes")
        .contains("of 100 texts get the right label")
        .contains("on 440 texts")
        .contains("It clearly beats word counting")
        .contains("Most common: ")
        .contains("McNemar’s exact test")
        .contains("Pass 4 was kept")
        .contains("3a07ebf6edee4ff3")
        .contains("libtorch 2.7.1")
        .doesNotContain("{{")
        .doesNotContain("NaN");
  }

  @Test
  void needsNothingFromOutside() throws IOException {
    String page = write("alone.html", "en", "Mail", answers(MAIL, 200, 0.9), true);
    assertThat(page.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContainPattern("(?i)https?:|src=|<script|@import|url\\(|<link");
  }

  @Test
  void showsWhatUsersWroteAsTextOnly() throws IOException {
    List<String> labels = List.of("<script>alert(1)</script>", "a\"b'c & d", "{{verdict}}", "$1\\");
    String page = write("hostile.html", "en", "<img src=x>", answers(labels, 200, 0.8), true);
    assertThat(page)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("a&quot;b&#39;c &amp; d")
        .contains("<td>{{verdict}}</td>")
        .contains("<td>$1\\</td>");
  }

  @Test
  void namesTheWorstPairsWhereAMapWouldBeTooBig() throws IOException {
    List<String> labels = IntStream.range(0, 77).mapToObj(i -> "card_arrival_" + i).toList();
    String page = write("banking.html", "en", "Bank queries", answers(labels, 3080, 0.85), true);
    assertThat(page).contains("The most common mistakes: ").doesNotContain("Strong colour");
  }

  @Test
  void speaksHindi() throws IOException {
    String page = write("hindi.html", "hi", "ग्राहक संदेश", answers(HINDI, 120, 0.85), true);
    assertThat(page)
        .contains("<html lang=\"hi\">")
        .contains("यह कहाँ गड़बड़ाता है")
        .contains("पाठों को सही लेबल")
        .doesNotContain("the right label");
  }

  @Test
  void standsWithoutCurvesTimesBaselinesOrMistakes() throws IOException {
    float[][] certain = {{1, 0}, {0, 1}, {0, 1}};
    Evaluation evaluation =
        Evaluations.of(List.of("a", "b"), new int[] {0, 1, 1}, certain, Map.of(), new double[0]);
    String page = write("bare.html", "en", "Bare", evaluation, false);
    assertThat(page)
        .contains("Too early to say: it was tried on 3 texts only.")
        .contains("Not one mistake on these texts.")
        .contains("there is no curve to draw")
        .doesNotContain("Time for one text")
        .doesNotContain("NaN");
  }

  @Test
  void leavesNoDraftAndReplacesAnEarlierReport(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "earlier");
    EvaluationReport.write(file, content("en", "Mail", answers(MAIL, 60, 0.9), true));
    assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  private static String write(
      String name, String language, String project, Evaluation evaluation, boolean curves)
      throws IOException {
    Path file = PAGES.resolve(name);
    EvaluationReport.write(file, content(language, project, evaluation, curves));
    return Files.readString(file);
  }

  private static ReportContent content(
      String language, String project, Evaluation evaluation, boolean curves) {
    Method method = curves ? Method.THOROUGH : Method.QUICK;
    TrainingResult result =
        new TrainingResult(
            312.4,
            41.7,
            1830,
            4,
            0.918,
            0.31,
            Map.of(
                "baseModelSha256",
                "3a07ebf6edee4ff3c19617b849e62803f810778321422146693f567a8117f94d",
                "engine",
                "libtorch 2.7.1",
                "device",
                "cpu, 2 threads"));
    Run run =
        new Run(
            4,
            new TrainingSpec(method, 8, 1, "auto", Map.of("learningRate", "3e-5")),
            "9f2c1d54b7aa0e6f3c8d1b2a4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071",
            "all-MiniLM-L6-v2",
            RunState.DONE,
            Instant.parse("2026-11-23T09:12:00Z"),
            Optional.of(result),
            Optional.empty());
    return new ReportContent(
        language,
        project,
        run,
        1280,
        120,
        curves ? events() : List.of(new TrainingEvent.Phase("fit", 1)),
        evaluation,
        Instant.parse("2026-11-23T10:00:00Z"),
        ZoneOffset.ofHoursMinutes(5, 30),
        "0.1.0",
        new Messages(language)::of);
  }

  private static List<TrainingEvent> events() {
    SplittableRandom random = new SplittableRandom(3);
    double[] valid = {1.1, 0.62, 0.41, 0.34, 0.36, 0.4};
    List<TrainingEvent> events = new ArrayList<>();
    for (int step = 1; step <= 600; step++) {
      double epoch = step / 100.0;
      double loss = 0.12 + 1.7 * Math.exp(-epoch / 1.3) * (0.8 + 0.4 * random.nextDouble());
      events.add(new TrainingEvent.Step(step, 800, epoch, loss, 5e-5, 41));
      if (step % 100 == 0) {
        int pass = step / 100;
        events.add(
            new TrainingEvent.Epoch(
                pass, 0.12 + 1.9 * Math.exp(-pass / 1.3), valid[pass - 1], 0.918, pass <= 4));
      }
    }
    return events;
  }

  /// Random answers that are right about as often as asked for; word counting less often.
  private static Evaluation answers(List<String> labels, int n, double right) {
    SplittableRandom random = new SplittableRandom(7);
    int[] truth = new int[n];
    float[][] model = new float[n][];
    float[][] words = new float[n][];
    float[][] constant = new float[n][];
    for (int i = 0; i < n; i++) {
      int label = (int) (labels.size() * Math.pow(random.nextDouble(), 1.4));
      truth[i] = labels.size() - 1 - label;
      double ease = truth[i] == 1 ? right - 0.12 : right + 0.02;
      model[i] = row(truth[i], labels.size(), ease, random);
      words[i] = row(truth[i], labels.size(), ease - 0.12, random);
      constant[i] = row(labels.size() - 1, labels.size(), 1, random);
    }
    double[] millis = random.doubles(100, 8, 19).toArray();
    return Evaluations.of(
        labels, truth, model, Map.of("tfidf", words, "majority", constant), millis);
  }

  private static float[] row(int truth, int labels, double right, SplittableRandom random) {
    int answer = truth;
    if (random.nextDouble() > right) {
      answer =
          Math.floorMod(
              truth + (random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(labels - 1)), labels);
    }
    float sure = (float) (0.7 + 0.29 * random.nextDouble());
    float[] row = new float[labels];
    java.util.Arrays.fill(row, (1 - sure) / (labels - 1));
    row[answer] = sure;
    return row;
  }
}
