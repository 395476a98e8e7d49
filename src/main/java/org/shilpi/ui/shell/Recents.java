package org.shilpi.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shilpi.workflow.ProjectSummary;

/// The projects that were open lately, newest first, with their counts as far as they were read in
/// this session. For the window's thread only.
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

  /// Fills the list from what an earlier session left.
  void restore(Iterable<Path> folders) {
    list.clear();
    folders.forEach(folder -> list.add(new Recent(folder, Optional.empty(), Optional.empty())));
  }

  void remember(Path folder, ProjectSummary summary, Instant now) {
    put(new Recent(folder, Optional.of(summary), Optional.of(now)));
  }

  private void put(Recent newest) {
    java.util.List<Recent> others =
        list.stream().filter(other -> !other.folder().equals(newest.folder())).toList();
    java.util.List<Recent> all = new java.util.ArrayList<>();
    all.add(newest);
    all.addAll(others);
    all.sort(
        Comparator.comparing(
            (Recent recent) -> recent.opened().orElse(Instant.EPOCH), Comparator.reverseOrder()));
    list.setAll(all.subList(0, Math.min(MOST, all.size())));
  }
}
