package org.shilpi.ui.label;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.shilpi.data.Example;
import org.shilpi.ui.shell.Place;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.LabelExamples;
import org.shilpi.workflow.LabelExamples.Decision;
import org.shilpi.workflow.ProjectSession;

/// What the page of labeling knows and can do. Every wish is bound to the text on the desk when it
/// was asked for.
public final class LabelViewModel {
  private final Workspace workspace;
  private final Clock clock;
  private final Turns turns;
  private final Pace pace = new Pace();
  private final RulesViewModel rules;
  private final ReadOnlyObjectWrapper<Desk> desk = new ReadOnlyObjectWrapper<>(Desk.LOADING);
  private final ReadOnlyObjectWrapper<Optional<Pace.Reading>> reading =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final IntegerProperty part = new SimpleIntegerProperty();
  private Optional<LabelExamples> examples = Optional.empty();

  public LabelViewModel(Workspace workspace) {
    this.workspace = workspace;
    this.clock = workspace.services().clock();
    this.turns = new Turns(workspace);
    this.rules = new RulesViewModel(workspace);
    workspace.projectProperty().addListener((property, before, now) -> open(now));
    open(workspace.projectProperty().get());
  }

  private void open(Optional<ProjectSession> project) {
    examples = project.map(LabelExamples::new);
    pace.clear();
    reading.set(Optional.empty());
    trouble.set(Optional.empty());
    part.set(0);
    desk.set(Desk.LOADING);
    rules.open(project);
    refresh();
  }

  ReadOnlyObjectProperty<Desk> deskProperty() {
    return desk.getReadOnlyProperty();
  }

  /// How fast the texts are decided, once it can be told.
  ReadOnlyObjectProperty<Optional<Pace.Reading>> paceProperty() {
    return reading.getReadOnlyProperty();
  }

  /// What did not work, until something does.
  ReadOnlyObjectProperty<Optional<Trouble>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Which part of a long text is read, from 0.
  IntegerProperty partProperty() {
    return part;
  }

  RulesViewModel rules() {
    return rules;
  }

  /// Reads everything anew and keeps the text on the desk; the next unlabeled one if there is none.
  void refresh() {
    look("read texts", labeling -> open().flatMap(labeling::find).or(labeling::next));
  }

  /// Gives the text on the desk a label; the next one comes when that is on disk.
  ///
  /// @param label place of the label, from 0
  void pick(int label) {
    Desk now = desk.get();
    if (now.phase() != Desk.Phase.LABELING || label >= now.labels().size()) {
      return;
    }
    long number = now.sheet().orElseThrow().number();
    String name = now.labels().get(label).name();
    Instant at = clock.instant();
    take(
        "label a text",
        labeling -> {
          labeling.label(number, name);
          return labeling::next;
        },
        done -> pace.decided(at),
        "label.trouble.save",
        Long.toString(number),
        name);
  }

  /// Puts the text aside and goes on.
  void skip() {
    Optional<Sheet> sheet = desk.get().sheet();
    if (sheet.isEmpty()) {
      return;
    }
    look(
        "skip a text",
        labeling -> {
          if (sheet.get().label().isEmpty()) {
            labeling.skip(sheet.get().number());
          }
          return labeling.next();
        });
  }

  /// Takes the newest decision back and opens its text.
  void undo() {
    if (desk.get().recent().isEmpty() && !turns.busy()) {
      workspace.tell(words -> words.of("label.undo.none"));
      return;
    }
    Optional<Long> stay = open();
    take(
        "undo a label",
        labeling -> {
          Optional<Decision> undone = labeling.undo();
          return () -> undone.map(Decision::example).or(() -> stay.flatMap(labeling::find));
        },
        done -> pace.takenBack(),
        "label.trouble.undo");
  }

  /// Goes to the text after or before this one; from an empty desk back to the last text.
  void move(boolean forward) {
    long here = open().orElse(desk.get().texts() + 1L);
    look(
        "turn a page", labeling -> labeling.neighbour(here, forward).or(() -> labeling.find(here)));
  }

  /// Opens an older decision, or with `false` a newer one and at the end the next unlabeled text.
  void decided(boolean older) {
    int place = desk.get().place() + (older ? 1 : -1);
    List<Desk.Decided> recent = desk.get().recent();
    if (place >= 0 && place < recent.size()) {
      show(recent.get(place).number());
    } else if (place == -1) {
      look("read texts", LabelExamples::next);
    }
  }

  /// Opens a text by its number.
  void show(long number) {
    look("open a text", labeling -> labeling.find(number));
  }

  /// Adds a label at the end.
  ///
  /// @param ended handed what went wrong, or nothing
  void addLabel(String name, Consumer<Optional<Throwable>> ended) {
    Optional<Long> stay = open();
    examples.ifPresent(labeling ->
        turns.take(
            new Turn(
                "add a label",
                labeling,
                on -> {
                  on.addLabel(name);
                  return () -> stay.flatMap(on::find).or(on::next);
                }),
            read -> {
              lay(labeling, read);
              ended.accept(Optional.empty());
            },
            cause -> ended.accept(Optional.of(cause))));
  }

  void goTo(Place place) {
    workspace.go(place);
  }

  private Optional<Long> open() {
    return desk.get().sheet().map(Sheet::number);
  }

  private interface Look {
    Optional<Example> at(LabelExamples labeling);
  }

  private void look(String name, Look look) {
    take(name, labeling -> () -> look.at(labeling), done -> {}, "label.trouble.read");
  }

  private void take(
      String name, Turn.Move move, Consumer<Desk> done, String notDone, Object... arguments) {
    examples.ifPresent(labeling ->
        take(labeling, new Turn(name, labeling, move), done, notDone, List.of(arguments)));
  }

  private void take(
      LabelExamples labeling,
      Turn turn,
      Consumer<Desk> done,
      String notDone,
      List<Object> arguments) {
    turns.take(
        turn,
        read -> {
          done.accept(read);
          lay(labeling, read);
        },
        cause -> {
          String key = turn.written() ? "label.trouble.read" : notDone;
          Runnable again = () -> take(labeling, turn, done, notDone, arguments);
          trouble.set(Optional.of(new Trouble(key, arguments, cause, again)));
        });
  }

  private void lay(LabelExamples labeling, Desk read) {
    if (examples.filter(open -> open == labeling).isEmpty()) {
      return;
    }
    if (!read.sheet().map(Sheet::number).equals(open())) {
      part.set(0);
    }
    trouble.set(Optional.empty());
    desk.set(read);
    reading.set(pace.reading());
  }
}
