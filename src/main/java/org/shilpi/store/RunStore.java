package org.shilpi.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;
import org.shilpi.train.TrainingEvent;
import org.shilpi.train.TrainingResult;
import org.shilpi.train.TrainingSpec;
import tools.jackson.databind.json.JsonMapper;

/// Runs and what they told.
public record RunStore(Statements statements) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RUN =
      """
      SELECT id, spec, fingerprint, base_model, state, started_at, result, failure
      FROM run
      """;

  /// Starts a run.
  public Run start(TrainingSpec spec, String fingerprint, String baseModel, Instant at) {
    long id = statements.number("SELECT COALESCE(MAX(id), 0) + 1 FROM run");
    statements.update(
        """
        INSERT INTO run (id, spec, fingerprint, base_model, state, started_at)
        VALUES (?, ?, ?, ?, 'RUNNING', ?)\
        """,
        id,
        JSON.writeValueAsString(spec),
        fingerprint,
        baseModel,
        at);
    return find(id).orElseThrow();
  }

  public void done(long id, TrainingResult result) {
    statements.update(
        "UPDATE run SET state = 'DONE', result = ?, failure = NULL WHERE id = ?",
        JSON.writeValueAsString(result),
        id);
  }

  /// @param failure as in [Run#failure()], null where there is none
  public void changeState(long id, RunState state, @Nullable String failure) {
    statements.update(
        "UPDATE run SET state = ?, failure = ? WHERE id = ?", state.name(), failure, id);
  }

  /// Marks the runs that a process left when it died.
  ///
  /// @return how many
  public int interruptRunning() {
    return statements.update("UPDATE run SET state = 'INTERRUPTED' WHERE state = 'RUNNING'");
  }

  public Optional<Run> find(long id) {
    return statements.first(RUN + "WHERE id = ?", RunStore::run, id);
  }

  /// Newest first.
  public List<Run> all() {
    return statements.query(RUN + "ORDER BY id DESC", RunStore::run);
  }

  public void append(long run, List<TrainingEvent> events) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (TrainingEvent event : events) {
      rows.add(
          new @Nullable Object[] {
            run, event.getClass().getSimpleName(), JSON.writeValueAsString(event)
          });
    }
    statements.batch("INSERT INTO run_event (run_id, kind, body) VALUES (?, ?, ?)", rows);
  }

  /// All events in the order in which they came, of all attempts.
  public List<TrainingEvent> events(long run) {
    return statements.query(
        "SELECT kind, body FROM run_event WHERE run_id = ? ORDER BY id",
        row -> JSON.readValue(row.text(2), kind(row.text(1))),
        run);
  }

  private static Class<? extends TrainingEvent> kind(String name) {
    return switch (name) {
      case "Phase" -> TrainingEvent.Phase.class;
      case "Step" -> TrainingEvent.Step.class;
      case "Epoch" -> TrainingEvent.Epoch.class;
      case "Checkpoint" -> TrainingEvent.Checkpoint.class;
      case "Baseline" -> TrainingEvent.Baseline.class;
      case "Notice" -> TrainingEvent.Notice.class;
      default -> throw new IllegalStateException("unknown kind of event: " + name);
    };
  }

  private static Run run(ResultRow row) {
    return new Run(
        row.number(1),
        JSON.readValue(row.text(2), TrainingSpec.class),
        row.text(3),
        row.text(4),
        RunState.valueOf(row.text(5)),
        row.instant(6),
        Optional.ofNullable(row.textOrNull(7))
            .map(result -> JSON.readValue(result, TrainingResult.class)),
        Optional.ofNullable(row.textOrNull(8)));
  }
}
