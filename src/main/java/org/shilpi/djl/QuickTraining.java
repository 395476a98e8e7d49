package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shilpi.data.LabeledText;
import org.shilpi.train.TrainingEvent;

/// The quick method: the base model stays as it is, and a linear head learns on its vectors.
///
/// Cross-validation picks the head's strength and says how good it is, so no rows need to be kept
/// back: the head learns from training and validation rows together.
final class QuickTraining {
  private QuickTraining() {}

  /// Learns and writes the model.
  ///
  /// @param model the folder to fill
  static Learned run(Session session, Path model) throws IOException {
    Report report = session.report();
    List<LabeledText> rows = session.material().all();
    int[] y = Material.labels(rows);
    List<int[]> tokens = session.tokens(rows);
    long begin = report.nanos();
    float[][] vectors = session.vectors(rows, tokens);
    double seconds = Math.max(1e-3, (report.nanos() - begin) / 1e9);
    Probe.Fit fit =
        new Probe(vectors, y, session.material().labels().size())
            .fit(session.task().spec().seed(), report.context(), report.phase("search"));
    report.tell(
        new TrainingEvent.Epoch(
            1, loss(fit.head(), vectors, y), fit.score().loss(), fit.score().accuracy(), true));
    report.phase("save");
    new HeadFolder(fit.head(), session.note()).write(model);
    return new Learned(
        1,
        fit.score(),
        rows.size() / seconds,
        0,
        Map.of("strength", Double.toString(fit.strength())));
  }

  private static double loss(LinearHead head, float[][] vectors, int[] y) {
    float[][] scores = Arrays.stream(vectors).map(head::scores).toArray(float[][]::new);
    return Softmax.score(scores, y).loss();
  }
}
