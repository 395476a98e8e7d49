package org.shilpi.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shilpi.workflow.ProjectSummary;

/// The projects that were open lately, newest first, with their counts as far as they could be
/// read. For the window's thread only.
public final class Recents {
  /// A project that was open before.
  ///
  /// @param opened when it was last seen, empty if that was in an earlier session
  public record Recent(Path folder, Optional<ProjectSummary> summary, Optional<Instant> opened) {
    /// The folder's name, which is the project's.
    public String name() {
      Path name = folder.getFileName();
      return name == null ? folder.toString() : name.toString();
    }
  }

  private static final int MOST = 8;

  private final ObservableList<Recent> list = FXCollections.observableArrayList();
  private final ObservableList<Recent> view = FXCollections.unmodifiableObservableList(list);

  public ObservableList<Recent> list() {
    return view;
  }

  /// Adds what an earlier session left; what was opened since stays in front.
  void restore(List<Recent> earlier) {
    List<Recent> all = new ArrayList<>(list);
    earlier.stream()
        .filter(old -> list.stream().noneMatch(now -> now.folder().equals(old.folder())))
        .forEach(all::add);
    show(all);
  }

  void remember(Path folder, ProjectSummary summary, Instant now) {
    put(new Recent(folder, Optional.of(summary), Optional.of(now)));
  }

  private void put(Recent newest) {
    List<Recent> all = new ArrayList<>(List.of(newest));
    list.stream().filter(other -> !other.folder().equals(newest.folder())).forEach(all::add);
    show(all);
  }

  private void show(List<Recent> all) {
    all.sort(
        Comparator.comparing(
            (Recent recent) -> recent.opened().orElse(Instant.EPOCH), Comparator.reverseOrder()));
    list.setAll(all.subList(0, Math.min(MOST, all.size())));
  }
}
