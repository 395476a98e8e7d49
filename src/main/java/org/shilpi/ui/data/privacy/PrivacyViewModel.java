package org.shilpi.ui.data.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Waiver;
import org.shilpi.ui.FxJob;
import org.shilpi.ui.shell.ProjectWork;
import org.shilpi.ui.shell.Workspace;
import org.shilpi.workflow.HidePrivate;
import org.shilpi.workflow.PrivacyGate;
import org.shilpi.workflow.PrivacySummary;
import org.shilpi.workflow.PrivateFinding;
import org.shilpi.workflow.ProjectSession;
import org.shilpi.workflow.ReviewPrivacy;
import org.shilpi.workflow.ScanPrivacy;

/// How the project stands with what its texts give away, and what somebody says about it.
public final class PrivacyViewModel {
  /// Findings of one kind.
  record KindRow(Kind kind, Action action, long sure, long unsure) {}

  /// The gate as it is now.
  ///
  /// @param open sure findings that should be hidden and are not
  /// @param hidden in how many texts something was hidden
  /// @param originals how many of those can be brought back
  /// @param earlier runs that learned from the texts before
  /// @param samples a few sure findings
  record Gate(
      GateState state,
      long texts,
      long open,
      long hidden,
      long originals,
      List<Long> earlier,
      Optional<Waiver> waiver,
      List<KindRow> kinds,
      List<Hint> samples) {
    long unsure() {
      return kinds.stream().mapToLong(KindRow::unsure).sum();
    }

    /// Sure and uncertain ones that hiding would hide.
    long toHide() {
      return kinds.stream()
          .filter(row -> row.action() != Action.LEAVE)
          .mapToLong(row -> row.sure() + row.unsure())
          .sum();
    }
  }

  /// Uncertain findings that somebody looks through.
  ///
  /// @param hints each value once, where it was met first
  /// @param last number of the last finding that was read
  /// @param more whether there are further ones
  record Review(List<Hint> hints, long last, boolean more) {
    static final Review NONE = new Review(List.of(), 0, true);

    Review and(List<Hint> page) {
      List<Hint> all = new ArrayList<>(hints);
      for (Hint hint : page) {
        if (all.stream().noneMatch(hint::hasSameValue)) {
          all.add(hint);
        }
      }
      return new Review(
          List.copyOf(all), page.isEmpty() ? last : page.getLast().id(), page.size() == PAGE);
    }

    Review without(Hint settled) {
      return new Review(
          hints.stream().filter(hint -> !hint.hasSameValue(settled)).toList(), last, more);
    }
  }

  private static final int SAMPLES = 4;
  private static final int PAGE = 200;

  private final ProjectWork work;
  private final ReadOnlyObjectWrapper<Optional<Gate>> gate =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Review>> review =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public PrivacyViewModel(Workspace workspace) {
    this.work = new ProjectWork(workspace);
    workspace
        .projectProperty()
        .addListener((property, before, now) -> {
          gate.set(Optional.empty());
          review.set(Optional.empty());
        });
  }

  /// Empty until it was read for the first time.
  ReadOnlyObjectProperty<Optional<Gate>> gateProperty() {
    return gate.getReadOnlyProperty();
  }

  /// What is being looked through.
  ReadOnlyObjectProperty<Optional<Review>> reviewProperty() {
    return review.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Optional<FxJob>> runningProperty() {
    return work.runningProperty();
  }

  ReadOnlyObjectProperty<Optional<Throwable>> failureProperty() {
    return work.failureProperty();
  }

  /// Told about each change of the gate.
  public ReadOnlyObjectProperty<?> changedProperty() {
    return gate.getReadOnlyProperty();
  }

  /// How many findings hold training back, 0 while nobody knows.
  public long open() {
    return gate.get()
        .filter(known -> known.state() == GateState.BLOCKED)
        .map(Gate::open)
        .orElse(0L);
  }

  /// Reads the gate, and looks at texts that nobody looked at yet.
  public void refresh() {
    if (work.busy()) {
      return;
    }
    work.read(
        "read privacy gate",
        session -> context -> read(session),
        found -> {
          gate.set(Optional.of(found));
          if (found.state() == GateState.OPEN && found.texts() > 0) {
            scan();
          }
        });
  }

  private void scan() {
    work.start(
        "look for private things",
        session ->
            context -> {
              new ScanPrivacy(session).run(context);
              return read(session);
            },
        this::show);
  }

  private static Gate read(ProjectSession session) throws IOException {
    PrivacySummary summary = new PrivacyGate(session).summary();
    List<PrivateFinding> sure =
        new ReviewPrivacy(session).page(0, 4 * SAMPLES, Optional.empty(), true);
    return new Gate(
        summary.state(),
        summary.texts(),
        summary.open(),
        summary.hidden(),
        summary.originals(),
        summary.earlier(),
        summary.waiver(),
        summary.kinds().stream()
            .map(kind -> new KindRow(kind.kind(), kind.action(), kind.sure(), kind.unsure()))
            .toList(),
        sure.stream()
            .map(Hint::of)
            .filter(hint -> !hint.instead().equals(hint.value()))
            .limit(SAMPLES)
            .toList());
  }

  private void show(Gate now) {
    gate.set(Optional.of(now));
  }

  /// Says what hiding does about a kind.
  void choose(Kind kind, Action action) {
    work.start(
        "choose action",
        session ->
            context -> {
              new ReviewPrivacy(session).choose(kind, action);
              return read(session);
            },
        this::show);
  }

  /// Hides everything that was found and not dismissed.
  ///
  /// @param keep whether the originals are kept, encrypted
  void hide(boolean keep) {
    review.set(Optional.empty());
    work.start(
        "hide private things",
        session ->
            context -> {
              new HidePrivate(session).run(keep, context);
              return read(session);
            },
        this::show);
  }

  /// Brings the originals back.
  void undo() {
    work.start(
        "bring originals back",
        session ->
            context -> {
              new HidePrivate(session).undo(context);
              new ScanPrivacy(session).run(context);
              return read(session);
            },
        this::show);
  }

  /// Drops the originals for good.
  void dropOriginals() {
    work.start(
        "drop originals",
        session ->
            context -> {
              new HidePrivate(session).dropOriginals();
              return read(session);
            },
        this::show);
  }

  /// Takes the responsibility for the texts as they are.
  void waive(String reason) {
    work.start(
        "waive privacy gate",
        session ->
            context -> {
              new PrivacyGate(session).waive(System.getProperty("user.name", ""), reason);
              return read(session);
            },
        this::show);
  }

  /// Looks through what is uncertain.
  void look() {
    readOn(Review.NONE);
  }

  void lookAtMore() {
    review.get().ifPresent(this::readOn);
  }

  private void readOn(Review before) {
    work.read(
        "read uncertain findings",
        session ->
            context ->
                new ReviewPrivacy(session)
                    .page(before.last(), PAGE, Optional.empty(), false).stream()
                        .map(Hint::of)
                        .toList(),
        page -> review.set(Optional.of(before.and(page))));
  }

  /// Goes back from looking through.
  void leave() {
    review.set(Optional.empty());
    refresh();
  }

  /// Says whether something is private, wherever it stands.
  void decide(Hint hint, boolean hidden) {
    work.start(
        "decide about finding",
        session ->
            context -> {
              new ReviewPrivacy(session).decide(hint.id(), hidden, true);
              return read(session);
            },
        now -> {
          show(now);
          review.set(review.get().map(shown -> shown.without(hint)));
        });
  }
}
