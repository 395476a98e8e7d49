package org.shilpi.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Snapshot;
import org.shilpi.job.JobContext;
import org.shilpi.project.TaskKind;

/// What a trained model has to beat: simpler ways to do the same. They learn from every row that a
/// model may learn from: training and validation, never test.
public sealed interface Baselines permits LabelBaselines, SpanBaseline {
  String MAJORITY = "majority";
  String TFIDF = "tfidf";
  String DICTIONARY = "dictionary";

  /// Learns the baselines that fit the task; repeatable for a seed.
  ///
  /// @throws IllegalArgumentException if the snapshot has no row to learn from
  /// @throws org.shilpi.job.CancelledException if the context was cancelled; nothing is left behind
  static Baselines fit(Snapshot snapshot, long seed, JobContext context) {
    return snapshot.task() == TaskKind.SPANS
        ? SpanBaseline.fit(snapshot, seed, context)
        : new BaselineFit(snapshot, seed).run(context);
  }

  /// Bytes that [#save] will write for them, to a few: of spans at most so many.
  static long bytes(Snapshot snapshot, long seed, JobContext context) {
    return snapshot.task() == TaskKind.SPANS
        ? SpanBaseline.bytes(snapshot)
        : new BaselineFit(snapshot, seed).bytes(context);
  }

  /// @throws org.shilpi.job.Problem if the file is missing, damaged, or of a newer version
  static Baselines load(Path folder) throws IOException {
    return DictionaryFile.isIn(folder) ? DictionaryFile.read(folder) : BaselineFile.read(folder);
  }

  /// Makes the baselines in a folder forget the phrases that they learned by heart. What they were
  /// found to be good for stays; asked again, they find nothing.
  static void forget(Path folder) throws IOException {
    if (DictionaryFile.isIn(folder)) {
      SpanBaseline known = DictionaryFile.read(folder);
      new SpanBaseline(known.labels(), new Dictionary(Map.of(), 1), known.validationF1())
          .save(folder);
    }
  }

  /// Keeps the baselines as one file in a folder.
  void save(Path folder) throws IOException;

  List<String> labels();

  /// How good they are on the validation texts, 0 to 1, by baseline, after a fit on the training
  /// texts alone: the share of right answers; where a text may have any number of labels, the micro
  /// F1 of those more probable than not; where spans are marked, the F1 of whole spans.
  Map<String, Double> validationAccuracy();

  /// Probabilities by baseline: one row a text, one column a label in the snapshot's order; empty
  /// where spans are marked.
  Map<String, float[][]> probabilities(List<String> texts);

  /// Spans by baseline, a list for each text; empty where whole texts are labeled.
  Map<String, List<List<FoundSpan>>> spans(List<String> texts);
}
