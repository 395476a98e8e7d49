package org.shilpi.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Split;
import org.shilpi.data.Target;
import tools.jackson.databind.json.JsonMapper;

/// What runs and their baselines answered where a text may have any number of labels, or labels on
/// its parts: the sibling of [PredictionStore].
public record TargetPredictionStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();

  /// Name of the run itself among those who answer.
  public static final String MODEL = "model";

  /// An answer about one text.
  ///
  /// @param sure the probability of every label, or of every span that was found
  public record Answered(Target answer, float[] sure) {}

  /// All answers of a run on one part of the data.
  ///
  /// @param examples numbers of the texts, ascending
  /// @param truth what people said of each text
  /// @param answers one a text, by who answered: [#MODEL] or a baseline's name
  /// @param latencyMillis time for one text alone, one value a sampled text
  public record Answers(
      List<String> labels,
      long[] examples,
      List<Target> truth,
      Map<String, List<Answered>> answers,
      double[] latencyMillis) {}

  /// Stores answers in place of earlier ones. Call it inside a transaction.
  public void put(long run, Split split, Answers answers, Instant at) {
    new PredictionStore(statements)
        .begin(run, split, answers.labels(), answers.latencyMillis(), at);
    answers
        .answers()
        .forEach((name, given) -> {
          List<@Nullable Object[]> rows = new ArrayList<>();
          for (int i = 0; i < given.size(); i++) {
            rows.add(
                new @Nullable Object[] {
                  run,
                  split.id(),
                  name,
                  answers.examples()[i],
                  Said.of(answers.truth().get(i)).rest(),
                  Said.of(given.get(i).answer()).rest(),
                  bytes(given.get(i).sure())
                });
          }
          statements.batch(
              """
              INSERT INTO prediction
                (run_id, split, answerer, example_id, truths, answers, probabilities)
              VALUES (?, ?, ?, ?, ?, ?, ?)\
              """,
              rows);
        });
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

  private Answers answers(long run, Split split, List<String> labels, double[] latency) {
    List<Long> examples = new ArrayList<>();
    List<Target> truth = new ArrayList<>();
    Map<String, List<Answered>> answers = new LinkedHashMap<>();
    statements.each(
        """
        SELECT answerer, example_id, truths, answers, probabilities FROM prediction
        WHERE run_id = ? AND split = ? AND truths IS NOT NULL ORDER BY answerer, example_id\
        """,
        row -> {
          if (row.text(1).equals(MODEL)) {
            examples.add(row.number(2));
            truth.add(new Said(null, row.text(3)).target());
          }
          answers
              .computeIfAbsent(row.text(1), name -> new ArrayList<>())
              .add(new Answered(new Said(null, row.text(4)).target(), floats(row.bytes(5))));
        },
        run,
        split.id());
    return new Answers(
        labels, examples.stream().mapToLong(Long::longValue).toArray(), truth, answers, latency);
  }

  static byte[] bytes(float[] row) {
    ByteBuffer bytes = ByteBuffer.allocate(row.length * Float.BYTES);
    bytes.asFloatBuffer().put(row);
    return bytes.array();
  }

  static float[] floats(byte[] bytes) {
    float[] row = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(row);
    return row;
  }
}
