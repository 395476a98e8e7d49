package org.shilpi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

class SpanBaselineTest {
  private static final List<String> LABELS = List.of("place", "person");

  @TempDir Path folder;

  @Test
  void marksWhatWasMarkedElsewhereTheLongestFirst() {
    Baselines baselines =
        fit(
            row("in [New York] with [Ann|1]"),
            row("[York] is old"),
            row("[Ann|1] likes [New York]"));

    assertThat(marked(baselines, "Ann went from York to New  York, not Newark."))
        .containsExactly("Ann/1", "York/0", "New  York/0");
  }

  @Test
  void leavesOutWhatWasMostlyUnmarked() {
    Baselines baselines =
        fit(
            row("[May|1] came"),
            row("in May"),
            row("of May"),
            row("[Will|1] ran"),
            row("Will she"));

    assertThat(marked(baselines, "May and Will")).containsExactly("Will/1");
    assertThat(baselines.spans(List.of("Will")))
        .isEqualTo(Map.of("dictionary", List.of(List.of(new FoundSpan(new Span(0, 4, 1), 0.5f)))));
  }

  @Test
  void givesTheLabelThatAPhraseHadMostOften() {
    Baselines baselines = fit(row("[Paris]"), row("[Paris]"), row("[Paris|1]"));

    assertThat(marked(baselines, "Paris")).containsExactly("Paris/0");
  }

  @Test
  void forgetsItsPhrasesAndNothingElse() throws IOException {
    Baselines baselines = fit(row("in [New York] with [Ann|1]"), row("[Ann|1] likes it"));
    baselines.save(folder);
    Baselines.forget(folder);

    Baselines left = Baselines.load(folder);
    assertThat(left.labels()).isEqualTo(LABELS);
    assertThat(left.validationAccuracy()).isEqualTo(baselines.validationAccuracy());
    assertThat(marked(left, "Ann in New York")).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContain("Ann"));
    }
    Baselines.forget(folder.resolve("none"));
  }

  @Test
  void marksWholeWordsInAnyScript() {
    Baselines baselines = fit(row("राम [नई दिल्ली] में"), row("🙂[東京]は"));

    assertThat(marked(baselines, "😀 नई दिल्ली, नई दिल्लीवाला, 東京湾"))
        .containsExactly("नई दिल्ली/0", "東京/0");
  }

  @Test
  void isCheckedOnTextsItDidNotLearnFrom() {
    List<LabeledText> rows = new ArrayList<>(List.of(row("[Ann|1]"), row("[Bob|1]")));
    LabeledText check = row("[Ann|1] and [Zoe|1]");
    rows.add(new LabeledText(3, check.text(), check.target(), Split.VALIDATION));
    Baselines baselines =
        Baselines.fit(Snapshot.of(TaskKind.SPANS, LABELS, rows), 1, JobContext.quiet());

    assertThat(baselines.validationAccuracy()).isEqualTo(Map.of("dictionary", 2 / 3.0));
    // What it answers with in the end knows all texts.
    assertThat(marked(baselines, "Zoe")).containsExactly("Zoe/1");
  }

  @Test
  void comesBackFromDiskAsItWas() throws IOException {
    Baselines baselines = fit(row("[New York] [Ann|1]"));
    baselines.save(folder);

    assertThat(Baselines.load(folder)).isEqualTo(baselines);
    Path file = folder.resolve("dictionary.json");
    String whole = Files.readString(file);
    for (String broken :
        List.of("", "{}", whole.substring(9), whole.replace("\"label\":1", "\"label\":2"))) {
      Files.writeString(file, broken);
      assertThatThrownBy(() -> Baselines.load(folder))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.key()).isEqualTo("problem.train.baselines-damaged"));
    }
    Files.writeString(file, whole.replace("\"version\":1", "\"version\":2"));
    assertThatThrownBy(() -> Baselines.load(folder))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.train.baselines-newer"));
  }

  private static List<String> marked(Baselines baselines, String text) {
    return baselines.spans(List.of(text)).getOrDefault("dictionary", List.of()).getFirst().stream()
        .map(FoundSpan::span)
        .map(span -> text.substring(span.start(), span.end()) + "/" + span.label())
        .toList();
  }

  private static Baselines fit(LabeledText... rows) {
    // With a row to check with, all of them are learned from.
    List<LabeledText> all = new ArrayList<>(List.of(rows));
    all.add(new LabeledText(9, "nothing", new Target.Spans(List.of()), Split.VALIDATION));
    return Baselines.fit(Snapshot.of(TaskKind.SPANS, LABELS, all), 1, JobContext.quiet());
  }

  /// `[a place] [a person|1]`.
  private static LabeledText row(String marked) {
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (String piece : marked.splitWithDelimiters("\\[[^]]*]", 0)) {
      if (piece.startsWith("[")) {
        boolean person = piece.endsWith("|1]");
        int start = text.length();
        text.append(piece, 1, piece.length() - (person ? 3 : 1));
        spans.add(new Span(start, text.length(), person ? 1 : 0));
      } else {
        text.append(piece);
      }
    }
    return new LabeledText(1, text.toString(), new Target.Spans(spans), Split.TRAIN);
  }
}
