package org.shilpi.djl;

import static org.shilpi.djl.GemmRate.median;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.djl.GemmRate.Lap;
import org.shilpi.djl.GemmRate.Work;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;

/// What stands around the network in a training.
class PartsBench {
  private static final int ROUNDS = 7;

  @TempDir Path folder;

  @Test
  void tokenizer() throws Exception {
    List<String> texts = Material.texts(Banking.read().rows());
    try (TextTokenizer tokenizer = TextTokenizer.open(Banking.baseModel(), 256);
        GemmRate gemm = new GemmRate()) {
      double seconds = seconds(gemm, () -> tokenizer.tokenize(texts, JobContext.quiet()));
      GemmRate.tell("tokenizer: %.0f texts/s", texts.size() / seconds);
    }
  }

  @Test
  void optimizer() throws Exception {
    try (GemmRate gemm = new GemmRate();
        Session session = session();
        Tuner tuner = tuner(session)) {
      Lesson lesson = Lesson.of(session, session.material().all());
      int[] batch =
          Batches.shuffled(lesson.lengths(), session.knobs().batching().batchTokens(), 1)
              .getFirst();
      double step = seconds(gemm, () -> tuner.step(lesson, batch, 1, 1));
      double optimizer =
          seconds(
              gemm,
              () -> {
                tuner.optimizer().clip(1);
                tuner.optimizer().update(0);
              });
      GemmRate.tell(
          "optimizer: clips and updates %.1f M weights in %.1f ms, %.0f %% of a thorough step",
          tuner.learned().values().stream().mapToLong(weight -> weight.size()).sum() / 1e6,
          1e3 * optimizer,
          100 * optimizer / step);
    }
  }

  @Test
  void checkpoint() throws Exception {
    try (GemmRate gemm = new GemmRate();
        Session session = session();
        Tuner tuner = tuner(session)) {
      Path run = Files.createDirectory(folder.resolve("checkpoint"));
      Checkpoint checkpoint = new Checkpoint(run, "bench");
      TuningState state = TuningState.start(new Softmax.Score(0, 0, 0), 1);
      checkpoint.saveBest(0, tuner.learned());
      double save =
          seconds(gemm, () -> checkpoint.save(state, tuner.learned(), tuner.optimizer().moments()));
      double load =
          seconds(gemm, () -> checkpoint.load(tuner.learned(), tuner.optimizer().moments()));
      double size;
      try (Stream<Path> files = Files.list(run)) {
        size =
            files
                    .filter(file -> !file.toString().contains("best"))
                    .mapToLong(file -> file.toFile().length())
                    .sum()
                / 1e6;
      }
      GemmRate.tell(
          "checkpoint: %.0f MB, written with %.0f MB/s, read with %.0f MB/s",
          size, size / save, size / load);
    }
  }

  private Session session() throws Exception {
    return TrainingBench.session(Banking.read(), folder, Method.THOROUGH);
  }

  private static Tuner tuner(Session session) throws Exception {
    return TrainingBench.tuner(
        session, session.material().labels().size(), ThoroughTraining::begin);
  }

  private static double seconds(GemmRate gemm, Work work) throws Exception {
    work.run();
    List<Lap> laps = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      laps.add(gemm.time(work));
    }
    return median(laps, Lap::seconds);
  }
}
