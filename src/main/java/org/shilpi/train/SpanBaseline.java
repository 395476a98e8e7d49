package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.shilpi.data.LabeledText;
import org.shilpi.data.Snapshot;
import org.shilpi.data.Span;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import org.shilpi.evaluate.SpanScores;
import org.shilpi.job.JobContext;

/// The plain way to mark spans: what people marked elsewhere is marked wherever it is met, see
/// [Dictionary]. Where a snapshot has no validation rows, one training row in five plays their
/// part.
///
/// @param validationF1 of whole spans on the validation texts, with what the training texts taught
record SpanBaseline(List<String> labels, Dictionary dictionary, double validationF1)
    implements Baselines {
  /// `"":{"label":1,"share":0.9},`, at most three bytes more.
  private static final int ENTRY = 32;

  SpanBaseline {
    labels = List.copyOf(labels);
  }

  static SpanBaseline fit(Snapshot snapshot, long seed, JobContext context) {
    List<LabeledText> training = new ArrayList<>(snapshot.part(Split.TRAIN));
    List<LabeledText> validation = snapshot.part(Split.VALIDATION);
    if (training.isEmpty()) {
      throw new IllegalArgumentException("a baseline needs at least one training row");
    }
    if (validation.isEmpty()) {
      Collections.shuffle(training, new Random(seed));
      validation = training.subList(0, training.size() / 5);
      training = training.subList(training.size() / 5, training.size());
    }
    Dictionary known = Dictionary.of(training, context);
    List<List<Span>> found =
        validation.stream()
            .map(row -> known.find(row.text()).stream().map(FoundSpan::span).toList())
            .toList();
    double f1 =
        SpanScores.of(
                snapshot.labels(), validation.stream().map(SpanBaseline::spans).toList(), found)
            .all()
            .f1();
    List<LabeledText> all = new ArrayList<>(training);
    all.addAll(validation);
    return new SpanBaseline(snapshot.labels(), Dictionary.of(all, context), f1);
  }

  /// Bytes of all that is marked, each with its [Dictionary.Entry].
  static long bytes(Snapshot snapshot) {
    return snapshot.rows().stream()
        .flatMap(row -> spans(row).stream())
        .mapToLong(span -> span.end() - span.start() + ENTRY)
        .sum();
  }

  static List<Span> spans(LabeledText row) {
    return row.target() instanceof Target.Spans(List<Span> spans) ? spans : List.of();
  }

  @Override
  public void save(Path folder) throws IOException {
    DictionaryFile.write(this, folder);
  }

  @Override
  public Map<String, Double> validationAccuracy() {
    return Map.of(DICTIONARY, validationF1);
  }

  @Override
  public Map<String, float[][]> probabilities(List<String> texts) {
    return Map.of();
  }

  @Override
  public Map<String, List<List<FoundSpan>>> spans(List<String> texts) {
    return Map.of(DICTIONARY, texts.stream().map(dictionary::find).toList());
  }
}
