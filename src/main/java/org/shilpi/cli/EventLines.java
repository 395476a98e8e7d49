package org.shilpi.cli;

import java.util.function.Consumer;
import org.shilpi.train.TrainingEvent;

/// Tells the passes, baselines and notices of a run as lines on standard error; steps only move the
/// progress.
final class EventLines implements Consumer<TrainingEvent> {
  private final Terminal terminal;

  EventLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(TrainingEvent event) {
    switch (event) {
      case TrainingEvent.Epoch e ->
          terminal.note(
              e.best() ? "cli.train.best" : "cli.train.epoch",
              String.valueOf(e.epoch()),
              Figures.number(e.trainLoss()),
              Figures.number(e.validationLoss()),
              Figures.percent(e.accuracy()));
      case TrainingEvent.Baseline b ->
          terminal.note(
              "cli.train.baseline",
              terminal.messages().of("baseline." + b.name()),
              Figures.percent(b.accuracy()));
      case TrainingEvent.Notice n -> terminal.note(n.key(), n.arguments().toArray());
      case TrainingEvent.Phase _, TrainingEvent.Step _, TrainingEvent.Checkpoint _ -> {}
    }
  }
}
