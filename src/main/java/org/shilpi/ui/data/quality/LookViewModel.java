package org.shilpi.ui.data.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.data.Judgement;
import org.shilpi.job.Job;
import org.shilpi.quality.Kind;
import org.shilpi.ui.shell.ProjectWork;
import org.shilpi.workflow.MendData;
import org.shilpi.workflow.Mended;
import org.shilpi.workflow.ProjectSession;

/// One finding looked at closely: its texts, and what is decided about single ones. Each decision
/// is on disk at once; the report is made anew when the finding is left.
final class LookViewModel {
  /// A finding with its first texts.
  ///
  /// @param place of the text that is reviewed, from 0; past the last one when all were
  /// @param decided numbers of the texts that a review decided about, in order
  record Look(Entry entry, List<Passage> passages, int place, List<Long> decided) {
    Look {
      passages = List.copyOf(passages);
      decided = List.copyOf(decided);
    }

    /// Whether its texts are gone through one by one: a machine’s doubt is no reason to change many
    /// labels at once.
    boolean review() {
      return entry.finding().kind() == Kind.SUSPICIOUS_LABEL;
    }

    Optional<Passage> now() {
      return place < passages.size() ? Optional.of(passages.get(place)) : Optional.empty();
    }

    /// How many of its texts are not read yet.
    long left() {
      return entry.texts() - passages.size();
    }

    private Look at(int newPlace, List<Long> nowDecided) {
      return new Look(entry, passages, newPlace, nowDecided);
    }
  }

  static final int PAGE = 40;
  private static final int AHEAD = 10;

  private final ProjectWork work;
  private final QualityViewModel quality;
  private final ReadOnlyObjectWrapper<Optional<Look>> look =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean changed;
  // Decisions of a review that are on disk; the others are taken back as soon as they are.
  private int written;
  private boolean undoAsked;

  LookViewModel(ProjectWork work, QualityViewModel quality) {
    this.work = work;
    this.quality = quality;
    // What is shown was perhaps never kept.
    work.failureProperty().addListener((property, before, now) -> now.ifPresent(cause -> drop()));
  }

  /// The finding that is looked at closely.
  ReadOnlyObjectProperty<Optional<Look>> lookProperty() {
    return look.getReadOnlyProperty();
  }

  boolean open() {
    return look.get().isPresent();
  }

  void drop() {
    changed = false;
    look.set(Optional.empty());
  }

  /// Looks at a finding's texts.
  void show(Entry entry) {
    changed = false;
    written = 0;
    undoAsked = false;
    read(new Look(entry, List.of(), 0, List.of()), PAGE);
  }

  /// Reads more texts of the finding that is looked at.
  void showMore() {
    look.get().ifPresent(shown -> read(shown, shown.passages().size() + PAGE));
  }

  private void read(Look shown, int texts) {
    work.read(
        "read texts of finding",
        session ->
            context ->
                quality.verb(session).texts(shown.entry().id(), 0, texts).stream()
                    .map(Passage::of)
                    .toList(),
        passages -> {
          // Where the user went on meanwhile counts.
          Look newest = look.get().filter(now -> now.entry().equals(shown.entry())).orElse(shown);
          look.set(
              Optional.of(new Look(shown.entry(), passages, newest.place(), newest.decided())));
        });
  }

  /// Goes to the next or the previous text of a review.
  void step(boolean forward) {
    look.get()
        .filter(Look::review)
        .ifPresent(shown -> {
          int place = Math.clamp(shown.place() + (forward ? 1L : -1L), 0, shown.passages().size());
          look.set(Optional.of(shown.at(place, shown.decided())));
          if (shown.left() > 0 && place + AHEAD > shown.passages().size()) {
            showMore();
          }
        });
  }

  /// Says that the label of the text under review is right.
  void keep() {
    review(passage -> passage.judgement());
  }

  /// Gives the text under review the label that was proposed.
  void take() {
    review(passage -> Judgement.of(passage.member().proposal()));
  }

  /// Takes the label off the text under review, so that somebody labels it anew.
  void sendBack() {
    review(passage -> Judgement.NONE);
  }

  private void review(Function<Passage, Judgement> says) {
    Look shown = look.get().filter(Look::review).orElse(null);
    if (shown == null || shown.now().isEmpty()) {
      return;
    }
    Passage passage = shown.now().get();
    long example = passage.member().example();
    if (shown.decided().contains(example)) {
      return;
    }
    List<Long> decided = new ArrayList<>(shown.decided());
    decided.add(example);
    look.set(Optional.of(shown.at(shown.place(), decided)));
    step(true);
    act(session ->
        context -> new MendData(session).judge(shown.entry().id(), example, says.apply(passage)));
  }

  /// Gives all texts of a family the same judgement.
  void decide(Passage passage, Judgement judgement) {
    look.get()
        .ifPresent(shown ->
            act(session ->
                context ->
                    new MendData(session)
                        .decide(shown.entry().id(), passage.member().family(), judgement)));
  }

  /// Sets one text aside.
  void setAside(Passage passage) {
    act(session -> context -> new MendData(session).setAside(List.of(passage.member().example())));
  }

  private void act(Function<ProjectSession, Job<Mended>> work) {
    changed = true;
    this.work.read(
        "decide about texts",
        work,
        mended -> {
          quality.did(mended);
          written++;
          if (undoAsked) {
            undo();
          } else {
            again();
          }
        });
  }

  /// Takes the last decision of a review back.
  void undo() {
    look.get()
        .filter(shown -> !shown.decided().isEmpty())
        .ifPresent(shown -> {
          undoAsked = written < shown.decided().size();
          if (!undoAsked) {
            written--;
            quality.undo();
          }
        });
  }

  /// Goes back to the text whose decision was taken back.
  void undone() {
    look.get()
        .filter(shown -> !shown.decided().isEmpty())
        .ifPresent(shown -> {
          long last = shown.decided().getLast();
          List<Long> left = shown.decided().subList(0, shown.decided().size() - 1);
          List<Long> examples = shown.passages().stream().map(p -> p.member().example()).toList();
          look.set(Optional.of(shown.at(Math.max(0, examples.indexOf(last)), left)));
        });
    if (undoAsked) {
      undo();
    }
    again();
  }

  private void again() {
    look.get().ifPresent(shown -> read(shown, shown.passages().size()));
  }

  /// Goes back to the list.
  void leave() {
    boolean old = changed;
    if (look.get().filter(Look::review).isPresent()) {
      quality.forgetMends();
    }
    drop();
    if (old) {
      quality.check();
    }
  }
}
