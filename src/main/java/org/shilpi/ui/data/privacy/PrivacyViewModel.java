package org.shilpi.ui.data.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.CustomPattern;
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

  /// A pattern that the project adds.
  record Own(String name, String regex) {}

  /// What somebody said of a value, wherever it stands.
  record Said(long id, Kind kind, String value, boolean hidden) {}

  /// The gate as it is now.
  ///
  /// @param open sure findings that should be hidden and are not
  /// @param hidden in how many texts something was hidden
  /// @param originals how many of those can be brought back
  /// @param earlier runs that learned from the texts before
  /// @param samples a few sure findings
  /// @param said what was said last stands first
  record Gate(
      GateState state,
      long texts,
      long open,
      long hidden,
      long originals,
      List<Long> earlier,
      Optional<Waiver> waiver,
      List<KindRow> kinds,
      List<Hint> samples,
      List<Own> patterns,
      List<Said> said) {
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
  /// @param times how often each was met so far
  /// @param last number of the last finding that was read
  /// @param more whether there are further ones
  record Review(List<Hint> hints, Map<Hint.Value, Long> times, long last, boolean more) {
    static final Review NONE = new Review(List.of(), Map.of(), 0, true);

    Review and(List<Hint> page) {
      List<Hint> all = new ArrayList<>(hints);
      Map<Hint.Value, Long> met = new HashMap<>(times);
      for (Hint hint : page) {
        if (met.merge(hint.same(), 1L, Long::sum) == 1) {
          all.add(hint);
        }
      }
      return new Review(
          List.copyOf(all),
          Map.copyOf(met),
          page.isEmpty() ? last : page.getLast().id(),
          page.size() == PAGE);
    }

    Review without(Hint settled) {
      return new Review(
          hints.stream().filter(hint -> !hint.same().equals(settled.same())).toList(),
          times,
          last,
          more);
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
    ReviewPrivacy review = new ReviewPrivacy(session);
    List<PrivateFinding> sure = review.page(0, 4 * SAMPLES, Optional.empty(), true);
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
            .toList(),
        review.patterns().stream()
            .map(pattern -> new Own(pattern.name(), pattern.regex()))
            .toList(),
        review.said().reversed().stream()
            .filter(said -> said.text().isEmpty())
            .map(said -> new Said(said.id(), said.kind(), said.value(), said.hidden()))
            .toList());
  }

  private void show(Gate now) {
    gate.set(Optional.of(now));
  }

  // The rules are others now, so the texts are looked at again.
  private void showChanged(Gate now) {
    show(now);
    if (now.state() == GateState.OPEN && now.texts() > 0) {
      scan();
    }
  }

  /// Adds a pattern, in place of one with the same name.
  void add(Own pattern) {
    work.start(
        "add pattern",
        session ->
            context -> {
              new ReviewPrivacy(session)
                  .add(new CustomPattern(pattern.name(), pattern.regex(), Kind.CUSTOM));
              return read(session);
            },
        this::showChanged);
  }

  void remove(Own pattern) {
    work.start(
        "remove pattern",
        session ->
            context -> {
              new ReviewPrivacy(session).remove(pattern.name());
              return read(session);
            },
        this::showChanged);
  }

  /// Says that words are private wherever they stand.
  void add(String words) {
    work.start(
        "add private words",
        session ->
            context -> {
              new ReviewPrivacy(session).say(Kind.CUSTOM, words, true);
              return read(session);
            },
        this::showChanged);
  }

  /// Takes back what was said.
  void remove(Said said) {
    work.start(
        "take back decision",
        session ->
            context -> {
              new ReviewPrivacy(session).unsay(said.id());
              return read(session);
            },
        this::showChanged);
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
