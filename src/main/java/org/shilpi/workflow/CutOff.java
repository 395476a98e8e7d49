package org.shilpi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shilpi.store.Database;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.SettingStore;
import org.shilpi.store.SourceStore;
import org.shilpi.store.SourceStore.Present;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// An import that ended neither well nor badly: its process was killed, or the power failed. What
/// it wrote is seen by nobody until somebody decides whether it goes on or is withdrawn.
///
/// @param rows rows that it had written down, also those that were turned away
public record CutOff(ImportOrder order, Instant began, long rows) {
  private static final JsonMapper JSON = new JsonMapper();

  /// What a setting holds. Without more than this, an import of many single files cannot go on.
  private static final int MOST_CHARACTERS = 100_000;

  /// What is kept while an import goes on.
  ///
  /// @param labels the project's labels when it began: its rows count on from them
  private record Note(ImportOrder order, Instant began, List<String> labels) {}

  /// The name by which people know it: its first file or folder.
  public String name() {
    return order.name();
  }

  /// Called before the first row is written.
  static void begin(Database database, ImportOrder order, Instant at) {
    String note = JSON.writeValueAsString(new Note(order, at, new LabelStore(database).names()));
    if (note.length() <= MOST_CHARACTERS) {
      new SettingStore(database).put(SettingStore.IMPORT, note);
    }
  }

  /// What a process that was killed left, if it can go on.
  static Optional<CutOff> of(Database database) {
    Present before = new SourceStore(database).present();
    return note(database)
        .map(note ->
            new CutOff(
                note.order(),
                note.began(),
                new ExampleStore(database).newest()
                    - before.example()
                    + new RejectedStore(database)
                        .countsAfter(before.source()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()));
  }

  /// Whether the labels are what they were when it began.
  static boolean labelsAsBefore(Database database) {
    List<String> now = new LabelStore(database).names();
    return note(database).filter(note -> note.labels().equals(now)).isPresent();
  }

  private static Optional<Note> note(Database database) {
    return new SettingStore(database).get(SettingStore.IMPORT).flatMap(CutOff::read);
  }

  // Another version may have written it: then it cannot go on.
  private static Optional<Note> read(String note) {
    try {
      return Optional.of(JSON.readValue(note, Note.class));
    } catch (JacksonException foreign) {
      return Optional.empty();
    }
  }
}
