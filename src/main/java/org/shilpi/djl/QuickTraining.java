package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shilpi.data.LabeledText;
import org.shilpi.train.TrainingEvent;

/// The quick method: the base model stays as it is, and a linear head learns on its vectors of
/// texts or, where spans are marked, of words.
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
    Lesson lesson = Lesson.of(session, rows);
    long begin = report.nanos();
    Frozen frozen = lesson.frozen(session);
    double seconds = Math.max(1e-3, (report.nanos() - begin) / 1e9);
    long seed = session.task().spec().seed();
    Probe.Fit fit = frozen.probe().fit(seed, report.context(), report.phase("search"));
    double trainLoss = frozen.score(fit.head()).loss();
    report.tell(
        new TrainingEvent.Epoch(1, trainLoss, fit.score().loss(), fit.score().accuracy(), true));
    report.phase("save");
    Thresholds thresholds = Thresholds.of(fit.held(), fit.scores(), seed);
    new HeadFolder(fit.head(), session.note(thresholds.values())).write(model);
    Map<String, String> facts = new TreeMap<>(thresholds.facts());
    facts.put("strength", Double.toString(fit.choice().strength()));
    facts.put("factor", Double.toString(fit.choice().factor()));
    return new Learned(Way.FROZEN, 1, fit.score(), rows.size() / seconds, 0, facts);
  }
}
