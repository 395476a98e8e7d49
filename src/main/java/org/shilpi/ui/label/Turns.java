package org.shilpi.ui.label;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.shilpi.job.Outcome.Cancelled;
import org.shilpi.job.Outcome.Done;
import org.shilpi.job.Outcome.Failed;
import org.shilpi.ui.shell.Workspace;

/// One turn after another, in the order they were asked for. When one fails, those that wait for it
/// are dropped: they were meant for what it would have left.
final class Turns {
  private record Asked(Turn turn, Consumer<Desk> done, Consumer<Throwable> failed) {}

  private final Workspace workspace;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private boolean running;

  Turns(Workspace workspace) {
    this.workspace = workspace;
  }

  void take(Turn turn, Consumer<Desk> done, Consumer<Throwable> failed) {
    waiting.add(new Asked(turn, done, failed));
    start();
  }

  /// Whether anything is still to be written.
  boolean busy() {
    return running;
  }

  private void start() {
    if (running || waiting.isEmpty()) {
      return;
    }
    running = true;
    Asked asked = waiting.remove();
    workspace.work(
        asked.turn().name(),
        asked.turn(),
        outcome -> {
          running = false;
          switch (outcome) {
            case Done(Desk desk) -> asked.done().accept(desk);
            case Failed(Throwable cause) -> {
              waiting.clear();
              asked.failed().accept(cause);
            }
            case Cancelled() -> waiting.clear();
          }
          start();
        });
  }
}
