package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.shilpi.job.JobContext;
import org.shilpi.train.Scorer;
import org.shilpi.train.Scores;
import org.shilpi.train.ScoringTask;

/// Scores in a Java process of its own. The worker's own words are kept in `<run>/worker.log`.
public final class WorkerScorer implements Scorer {
  private final Conversation conversation;

  public WorkerScorer() {
    this(new Conversation(WorkerCommand.ofThisProcess(), Limits.usual(), System::nanoTime));
  }

  WorkerScorer(Conversation conversation) {
    this.conversation = conversation;
  }

  /// @throws IllegalStateException if the worker's work ended in an unexpected exception
  @Override
  public Scores score(ScoringTask task, JobContext context) throws IOException {
    // Readable by this user alone, as every temporary folder that Java makes.
    var folder = Files.createTempDirectory("shilpi-scoring-");
    var texts = folder.resolve("texts");
    var scores = folder.resolve("scores");
    try {
      TextFile.write(task.texts(), texts);
      conversation.hold(request(task, texts, scores), task.run(), context, event -> {});
      return ScoreFile.read(scores);
    } finally {
      Files.deleteIfExists(texts);
      Files.deleteIfExists(scores);
      Files.deleteIfExists(folder);
    }
  }

  private static Request request(ScoringTask task, Path texts, Path scores) {
    return new Request.Score(
        task.run(),
        task.baseModel(),
        texts,
        scores,
        task.baselines(),
        task.latencySamples(),
        task.device());
  }
}
