package org.shilpi.djl;

import static org.shilpi.djl.GemmRate.median;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.djl.GemmRate.Lap;
import org.shilpi.job.JobContext;
import org.shilpi.train.Method;

/// Training steps of each method, with its default knobs.
class TrainingBench {
  private static final int ROUNDS = 8;
  private static final int STEPS = 4;

  private record Round(int texts, int tokens, Lap lap) {}

  @TempDir Path folder;

  /// From texts to a model on disk: tokens, vectors, strength by cross-validation, head.
  @Test
  void quick() throws Exception {
    Banking data = Banking.read();
    List<Round> rounds = new ArrayList<>();
    double work = 0;
    try (GemmRate gemm = new GemmRate()) {
      for (int i = 0; i < 3; i++) {
        Path fresh = Files.createDirectory(folder.resolve("round" + i));
        try (Session session = session(data, fresh, Method.QUICK)) {
          List<int[]> tokens = session.tokens(session.material().all());
          work = MatrixWork.ofUse(session.encoder().weights()).perToken();
          Lap lap = gemm.time(() -> QuickTraining.run(session, fresh.resolve("model")));
          rounds.add(
              new Round(tokens.size(), tokens.stream().mapToInt(row -> row.length).sum(), lap));
        }
      }
    }
    tell("quick", rounds, work);
  }

  @Test
  void balanced() throws Exception {
    deep(Method.BALANCED, BalancedTraining::begin);
  }

  @Test
  void thorough() throws Exception {
    deep(Method.THOROUGH, ThoroughTraining::begin);
  }

  private void deep(Method method, DeepTraining.Depth depth) throws Exception {
    List<Round> rounds = new ArrayList<>();
    Banking data = Banking.read();
    try (Session session = session(data, folder, method);
        GemmRate gemm = new GemmRate();
        Tuner tuner = tuner(session, data.labels().size(), depth)) {
      Lesson lesson = Lesson.of(session, session.material().all());
      List<int[]> batches =
          Batches.shuffled(lesson.lengths(), session.knobs().batching().batchTokens(), 1);
      tuner.step(lesson, batches.getLast(), 1, 0);
      for (int from = 0; from < ROUNDS * STEPS; from += STEPS) {
        List<int[]> some = batches.subList(from, from + STEPS);
        Lap lap = gemm.time(() -> some.forEach(batch -> tuner.step(lesson, batch, 1, 1)));
        int texts = some.stream().mapToInt(batch -> batch.length).sum();
        int tokens =
            some.stream()
                .flatMap(batch -> lesson.tokens(batch).stream())
                .mapToInt(row -> row.length)
                .sum();
        rounds.add(new Round(texts, tokens, lap));
      }
      tell(
          method.id(),
          rounds,
          MatrixWork.ofTraining(session.encoder().weights(), tuner.learned()).perToken());
    }
  }

  static Session session(Banking data, Path folder, Method method) throws Exception {
    Report report = new Report(JobContext.quiet(), event -> {}, System::nanoTime);
    return new Session(data.task(folder, method, 20), report);
  }

  static Tuner tuner(Session session, int labels, DeepTraining.Depth depth) throws Exception {
    int width = session.encoder().config().hiddenSize();
    session.encoder().put(new LinearHead(new float[labels][width], new float[labels]));
    return new Tuner(
        session.encoder(), depth.begin(session).weights(), session.knobs(), 1, ROUNDS * STEPS);
  }

  private static void tell(String method, List<Round> rounds, double work) {
    GemmRate.tell(
        "training, %s: %.1f examples/s; U = %.2f G, G = %.0f GFLOP/s on %d threads",
        method,
        median(rounds, round -> round.texts / round.lap.seconds()),
        median(rounds, round -> round.lap.share(work * round.tokens)),
        median(rounds, round -> round.lap.gemm()) / 1e9,
        Torch.threads());
  }
}
