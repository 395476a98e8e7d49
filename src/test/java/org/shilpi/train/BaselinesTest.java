package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Split;
import org.shilpi.job.CancelledException;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

class BaselinesTest {
  private static final Path BANKING = Path.of("../shared/data/banking77");

  @TempDir Path folder;

  @Test
  void reachesTheReferenceOnBankQueries() throws IOException {
    assumeTrue(Files.isDirectory(BANKING), "skipped: no folder " + BANKING);
    var snapshot = banking();
    var baselines = Baselines.fit(snapshot, 1, JobContext.quiet());

    var test = snapshot.part(Split.TEST);
    var answers = baselines.probabilities(test.stream().map(LabeledText::text).toList());

    // scikit-learn's LogisticRegression on the same kind of features: 0.913
    assertThat(accuracy(test, of(answers, "tfidf"))).isGreaterThan(0.91);
    assertThat(accuracy(test, of(answers, "majority"))).isEqualTo(40 / 3080.0);
    assertThat(baselines.validationAccuracy().get("tfidf")).isBetween(0.85, 0.95);
  }

  @Test
  void learnsHindiByItsWholeWords() {
    var snapshot =
        snapshot(
            List.of("शिकायत", "प्रशंसा"),
            "मेरा भुगतान विफल हो गया|0",
            "सेवा बहुत अच्छी है|1",
            "भुगतान अटक गया है|0",
            "बहुत अच्छी मदद मिली|1",
            "भुगतान विफल क्यों हुआ|0",
            "आपकी सेवा अच्छी लगी|1");
    var baselines = Baselines.fit(snapshot, 1, JobContext.quiet());

    var answers = baselines.probabilities(List.of("भुगतान नहीं हुआ", "अच्छी सेवा"));

    assertThat(of(answers, "tfidf")[0][0]).isGreaterThan(0.6f);
    assertThat(of(answers, "tfidf")[1][1]).isGreaterThan(0.6f);
  }

  @Test
  void everyRowOfProbabilitiesSumsToOne() {
    var baselines = Baselines.fit(toy(), 1, JobContext.quiet());
    var texts = List.of("refund my card", "", "🂡", "x".repeat(100_000), "\ud800");

    for (var rows : baselines.probabilities(texts).values()) {
      assertThat(rows).hasDimensions(texts.size(), 3);
      for (var row : rows) {
        double sum = 0;
        for (float p : row) {
          assertThat(p).isBetween(0f, 1f);
          sum += p;
        }
        assertThat(sum).isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void majorityAnswersWithTheSharesOfWhatMayBeLearnedFrom() {
    var snapshot =
        new Snapshot(
            List.of("a", "b"),
            List.of(
                new LabeledText(1, "one", 0, Split.TRAIN),
                new LabeledText(2, "two", 1, Split.TRAIN),
                new LabeledText(3, "three", 1, Split.VALIDATION),
                new LabeledText(4, "four", 1, Split.VALIDATION),
                new LabeledText(5, "five", 0, Split.TEST)),
            "0".repeat(64));

    var answers = Baselines.fit(snapshot, 1, JobContext.quiet()).probabilities(List.of("any"));

    assertThat(of(answers, "majority")[0]).containsExactly(0.25f, 0.75f);
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    var texts = List.of("where is my refund", "card");
    var once = Baselines.fit(toy(), 7, JobContext.quiet()).probabilities(texts);
    var again = Baselines.fit(toy(), 7, JobContext.quiet()).probabilities(texts);

    assertThat(of(once, "tfidf")).isDeepEqualTo(of(again, "tfidf"));
  }

  @Test
  void neverLearnsFromTestRows() {
    var toy = toy();
    var rows = new ArrayList<>(toy.rows());
    rows.add(new LabeledText(900, "refund refund refund", 2, Split.TEST));
    var more = new Snapshot(toy.labels(), rows, toy.fingerprint());

    var texts = List.of("refund");
    assertThat(Baselines.fit(more, 1, JobContext.quiet()).probabilities(texts).get("tfidf"))
        .isDeepEqualTo(Baselines.fit(toy, 1, JobContext.quiet()).probabilities(texts).get("tfidf"));
  }

  @Test
  void stopsWhenCancelled() {
    var cancelled =
        new JobContext() {
          @Override
          public void report(Progress progress) {}

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> Baselines.fit(toy(), 1, cancelled))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void answersTheSameAfterSavingAndLoading() throws IOException {
    var baselines = Baselines.fit(toy(), 1, JobContext.quiet());
    baselines.save(folder);
    var loaded = Baselines.load(folder);

    var texts = List.of("where is my refund", "the card is lost", "कार्ड");
    assertThat(loaded.labels()).isEqualTo(baselines.labels());
    assertThat(loaded.validationAccuracy()).isEqualTo(baselines.validationAccuracy());
    assertThat(loaded.probabilities(texts).get("tfidf"))
        .isDeepEqualTo(baselines.probabilities(texts).get("tfidf"));
    assertThat(loaded.probabilities(texts).get("majority"))
        .isDeepEqualTo(baselines.probabilities(texts).get("majority"));
    assertThat(folder).isDirectoryContaining(path -> path.endsWith("baselines.bin"));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void refusesADamagedFileWhereverItIsDamaged() throws IOException {
    Baselines.fit(toy(), 1, JobContext.quiet()).save(folder);
    var file = folder.resolve("baselines.bin");
    var whole = Files.readAllBytes(file);
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      var bytes = whole.clone();
      bytes[round < 60 ? round : random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      assertThatThrownBy(() -> Baselines.load(folder)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void refusesACutFileAndAHugeOneThatIsNotThere() throws IOException {
    Baselines.fit(toy(), 1, JobContext.quiet()).save(folder);
    var file = folder.resolve("baselines.bin");
    var whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, 8, 16, 60, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Baselines.load(folder))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.train.baselines-damaged"));
    }
    Files.write(
        file,
        ByteBuffer.allocate(64).putInt(0x5348424C).putInt(1).putInt(9).putInt(1 << 30).array());
    assertThatThrownBy(() -> Baselines.load(folder)).isInstanceOf(Problem.class);
  }

  @Test
  void refusesANewerFileAndAMissingOne() throws IOException {
    assertThatThrownBy(() -> Baselines.load(folder))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.train.baselines-missing"));
    Files.write(
        folder.resolve("baselines.bin"),
        ByteBuffer.allocate(64).putInt(0x5348424C).putInt(3).array());
    assertThatThrownBy(() -> Baselines.load(folder))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.train.baselines-newer"));
  }

  private static float[][] of(Map<String, float[][]> answers, String baseline) {
    return Objects.requireNonNull(answers.get(baseline));
  }

  private static double accuracy(List<LabeledText> rows, float[][] answers) {
    int right = 0;
    for (int i = 0; i < rows.size(); i++) {
      var p = answers[i];
      int best = 0;
      for (int k = 1; k < p.length; k++) {
        best = p[k] > p[best] ? k : best;
      }
      right += best == rows.get(i).label() ? 1 : 0;
    }
    return (double) right / rows.size();
  }

  private static Snapshot toy() {
    return snapshot(
        List.of("refund", "card", "other"),
        "I want my money back|0",
        "where is my refund|0",
        "give me a refund please|0",
        "refund has not arrived|0",
        "my card is lost|1",
        "the card was stolen|1",
        "send a new card|1",
        "card not working|1",
        "hello there|2",
        "good morning|2",
        "what is this|2",
        "thank you|2");
  }

  private static Snapshot snapshot(List<String> labels, String... rows) {
    var texts = new ArrayList<LabeledText>();
    for (int i = 0; i < rows.length; i++) {
      int bar = rows[i].indexOf('|');
      texts.add(
          new LabeledText(
              i + 1L,
              rows[i].substring(0, bar),
              Integer.parseInt(rows[i].substring(bar + 1)),
              i % 4 == 3 ? Split.VALIDATION : Split.TRAIN));
    }
    return new Snapshot(labels, texts, "0".repeat(64));
  }

  /// All training rows, one in ten kept for validation, and the test rows.
  private static Snapshot banking() throws IOException {
    var labels = new ArrayList<String>();
    var rows = new ArrayList<LabeledText>();
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (var part : List.of(Split.TRAIN, Split.TEST)) {
      try (var parser =
          format.parse(Files.newBufferedReader(BANKING.resolve(part.id() + ".csv")))) {
        for (var record : parser) {
          var label = record.get("category");
          if (!labels.contains(label)) {
            labels.add(label);
          }
          long id = rows.size() + 1L;
          var split = part == Split.TRAIN && id % 10 == 0 ? Split.VALIDATION : part;
          rows.add(new LabeledText(id, record.get("text"), labels.indexOf(label), split));
        }
      }
    }
    return new Snapshot(labels, rows, "0".repeat(64));
  }
}
