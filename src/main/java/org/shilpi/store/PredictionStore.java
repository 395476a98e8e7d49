package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Split;
import tools.jackson.databind.json.JsonMapper;

/// What runs and their baselines answered, from which every metric is computed.
public record PredictionStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MODEL = "model";

  /// All answers of a run on one part of the data.
  ///
  /// @param examples numbers of the texts, ascending
  /// @param truth the label that people gave to each text, as an index
  /// @param probabilities one row a text, one column a label
  /// @param baselines the same from each baseline, by name
  /// @param latencyMillis time for one text alone, one value a sampled text
  public record Answers(
      List<String> labels,
      long[] examples,
      int[] truth,
      float[][] probabilities,
      Map<String, float[][]> baselines,
      double[] latencyMillis) {}

  /// Stores answers in place of earlier ones. Call it inside a transaction.
  public void put(long run, Split split, Answers answers, Instant at) {
    begin(run, split, answers.labels(), answers.latencyMillis(), at);
    String part = split.id();
    put(run, part, MODEL, answers, answers.probabilities());
    answers.baselines().forEach((name, rows) -> put(run, part, name, answers, rows));
  }

  /// Makes room for the answers of a run on one part.
  void begin(long run, Split split, List<String> labels, double[] latencyMillis, Instant at) {
    String part = split.id();
    statements.update("DELETE FROM prediction WHERE run_id = ? AND split = ?", run, part);
    statements.update("DELETE FROM answer_set WHERE run_id = ? AND split = ?", run, part);
    statements.update(
        "INSERT INTO answer_set (run_id, split, labels, latency, answered_at) VALUES (?, ?, ?, ?, ?)",
        run,
        part,
        JSON.writeValueAsString(labels),
        JSON.writeValueAsString(latencyMillis),
        at);
  }

  private void put(long run, String part, String answerer, Answers answers, float[][] rows) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      values.add(
          new @Nullable Object[] {
            run,
            part,
            answerer,
            answers.examples()[i],
            answers.truth()[i],
            mostProbable(rows[i]),
            TargetPredictionStore.bytes(rows[i])
          });
    }
    statements.batch(
        """
        INSERT INTO prediction
          (run_id, split, answerer, example_id, truth, answer, probabilities)
        VALUES (?, ?, ?, ?, ?, ?, ?)\
        """,
        values);
  }

  /// The stored answers, if the run was asked.
  public Optional<Answers> get(long run, Split split) {
    return statements.first(
        "SELECT labels, latency FROM answer_set WHERE run_id = ? AND split = ?",
        row ->
            answers(
                run,
                split,
                List.of(JSON.readValue(row.text(1), String[].class)),
                JSON.readValue(row.text(2), double[].class)),
        run,
        split.id());
  }

  private record Answer(String answerer, long example, int truth, float[] probabilities) {}

  private Answers answers(long run, Split split, List<String> labels, double[] latency) {
    Map<String, List<Answer>> byAnswerer = new LinkedHashMap<>();
    statements.each(
        """
        SELECT answerer, example_id, truth, probabilities FROM prediction
        WHERE run_id = ? AND split = ? ORDER BY answerer, example_id\
        """,
        row -> {
          Answer answer =
              new Answer(
                  row.text(1),
                  row.number(2),
                  row.whole(3),
                  TargetPredictionStore.floats(row.bytes(4)));
          byAnswerer.computeIfAbsent(answer.answerer(), name -> new ArrayList<>()).add(answer);
        },
        run,
        split.id());
    List<Answer> model = byAnswerer.getOrDefault(MODEL, List.of());
    byAnswerer.remove(MODEL);
    Map<String, float[][]> baselines = new LinkedHashMap<>();
    byAnswerer.forEach((name, given) -> baselines.put(name, rows(given)));
    return new Answers(
        labels,
        model.stream().mapToLong(Answer::example).toArray(),
        model.stream().mapToInt(Answer::truth).toArray(),
        rows(model),
        baselines,
        latency);
  }

  private static float[][] rows(List<Answer> answers) {
    return answers.stream().map(Answer::probabilities).toArray(float[][]::new);
  }

  /// Right answers of the newest run that was asked on this part, 0 to 1: texts with all their
  /// labels or spans right and none too many, where there may be several.
  public Optional<Double> latestAccuracy(Split split) {
    return statements.first(
        """
        SELECT COUNT(*), COUNT(CASE WHEN answer = truth OR answers = truths THEN 1 END) FROM prediction
        WHERE answerer = 'model' AND split = ? AND run_id =
          (SELECT MAX(run_id) FROM answer_set WHERE split = ?)
        HAVING COUNT(*) > 0\
        """,
        row -> (double) row.number(2) / row.number(1),
        split.id(),
        split.id());
  }

  private static int mostProbable(float[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      if (row[i] > row[best]) {
        best = i;
      }
    }
    return best;
  }
}
