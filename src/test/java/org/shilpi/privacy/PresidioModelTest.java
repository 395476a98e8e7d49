package org.shilpi.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Mark;
import org.shilpi.data.Snapshot;
import org.shilpi.data.SnapshotFile;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.djl.DjlScorer;
import org.shilpi.djl.DjlTrainer;
import org.shilpi.job.JobContext;
import org.shilpi.privacy.PresidioData.Sample;
import org.shilpi.project.TaskKind;
import org.shilpi.train.FoundSpan;
import org.shilpi.train.Method;
import org.shilpi.train.ScoringTask;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import org.shilpi.train.TrainingTask;

/// The rules together with a span model of our own, learned from one set of presidio-research and
/// asked about the other: `-Dbench=true`, and `-Dbench.epochs=3` for fewer passes.
@Tag("bench")
@EnabledIfSystemProperty(named = "bench", matches = "true")
class PresidioModelTest {
  /// What patterns and check digits know better than any model.
  private static final Set<Kind> PROVEN =
      Set.of(
          Kind.EMAIL,
          Kind.PHONE,
          Kind.CARD,
          Kind.IBAN,
          Kind.IP,
          Kind.LINK,
          Kind.SSN,
          Kind.DRIVING_LICENCE,
          Kind.AGE,
          Kind.BIRTH_DATE,
          Kind.DATE);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "generated_large.json, synth_dataset_v2.json, QUICK",
    "generated_large.json, synth_dataset_v2.json, THOROUGH",
    "synth_dataset_v2.json, generated_large.json, QUICK",
    "synth_dataset_v2.json, generated_large.json, THOROUGH"
  })
  void aModelLearnedFromTheOtherSetHelpsTheRules(String taught, String asked, Method method)
      throws IOException {
    assumeTrue(
        Files.isDirectory(PresidioData.FOLDER),
        () -> "skipped: no data in " + PresidioData.FOLDER.toAbsolutePath());
    TrainingResult result = train(PresidioData.read(taught), method);
    List<Sample> samples = PresidioData.read(asked);
    List<List<Mark>> model = score(samples);
    System.out.printf(
        "%s, %s from %s: %.0f s, validation %.4f%n",
        asked, method.id(), taught, result.seconds(), result.validationAccuracy());
    PresidioScore together = new PresidioScore(0.7);
    for (double threshold : new double[] {0.9, 0.7}) {
      PresidioScore alone = new PresidioScore(threshold);
      together = new PresidioScore(threshold);
      for (int i = 0; i < samples.size(); i++) {
        String text = samples.get(i).text();
        alone.add(text, samples.get(i).marks(), model.get(i));
        together.add(text, samples.get(i).marks(), joined(text, model.get(i)));
      }
      System.out.printf("  at %.1f, model alone:  %s%n", threshold, alone.all());
      System.out.printf("  at %.1f, with rules:   %s%n", threshold, together.all());
    }
    together.types().forEach((type, counts) -> System.out.printf("    %-18s %s%n", type, counts));
    assertThat(together.all().f2()).isGreaterThan(0.85);
  }

  // What rules prove goes before the model, what they only guess behind it.
  private static List<Mark> joined(String text, List<Mark> model) {
    List<Mark> marks = new ArrayList<>();
    List<Finding> found = Rules.own().find(text);
    for (Finding finding : found) {
      if (PROVEN.contains(finding.kind())) {
        marks.add(mark(finding));
      }
    }
    model.stream().filter(mark -> free(mark, marks)).forEach(marks::add);
    for (Finding finding : found) {
      Mark mark = mark(finding);
      if (!PROVEN.contains(finding.kind()) && finding.sure() && free(mark, marks)) {
        marks.add(mark);
      }
    }
    return marks;
  }

  private static Mark mark(Finding finding) {
    return new Mark(finding.start(), finding.end(), PresidioData.aligned(finding.kind()));
  }

  private static boolean free(Mark mark, List<Mark> marks) {
    return marks.stream().noneMatch(m -> m.start() < mark.end() && mark.start() < m.end());
  }

  private TrainingResult train(List<Sample> samples, Method method) throws IOException {
    List<String> labels =
        samples.stream()
            .flatMap(s -> s.marks().stream())
            .map(Mark::label)
            .distinct()
            .sorted()
            .toList();
    List<LabeledText> rows = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      List<Span> spans =
          samples.get(i).marks().stream()
              .map(m -> new Span(m.start(), m.end(), labels.indexOf(m.label())))
              .toList();
      Split split = i % 10 == 9 ? Split.VALIDATION : Split.TRAIN;
      rows.add(new LabeledText(i, samples.get(i).text(), new Target.Spans(spans), split));
    }
    Path file = folder.resolve("snapshot.jsonl");
    SnapshotFile.write(Snapshot.of(TaskKind.SPANS, labels, rows), file);
    int epochs = Integer.getInteger("bench.epochs", 6);
    return new DjlTrainer()
        .train(
            new TrainingTask(
                new TrainingSpec(method, epochs, 1, "cpu", Map.of()),
                file,
                model(),
                folder.resolve("run.tmp"),
                folder.resolve("cache")),
            JobContext.quiet(),
            event -> {});
  }

  private List<List<Mark>> score(List<Sample> samples) throws IOException {
    List<String> labels = new DjlScorer().score(task(List.of("a")), JobContext.quiet()).labels();
    List<List<Mark>> marks = new ArrayList<>();
    for (List<FoundSpan> found :
        new DjlScorer()
            .score(task(samples.stream().map(Sample::text).toList()), JobContext.quiet())
            .spans()) {
      marks.add(
          found.stream()
              .map(f -> new Mark(f.span().start(), f.span().end(), labels.get(f.span().label())))
              .toList());
    }
    return marks;
  }

  private ScoringTask task(List<String> texts) throws IOException {
    return new ScoringTask(folder.resolve("run.tmp"), model(), texts, false, 0, "cpu");
  }

  private Path model() throws IOException {
    return new Catalogue(folder.resolve("data")).folder(Catalogue.BUILT_IN, JobContext.quiet());
  }
}
