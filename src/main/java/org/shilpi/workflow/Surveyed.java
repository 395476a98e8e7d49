package org.shilpi.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shilpi.store.SettingStore;

/// That a project's texts were looked at through its base model.
///
/// @param took from the begin of [CheckQuality#survey] to its end
/// @param texts how many were looked at
/// @param stamp what the texts were then, see [org.shilpi.store.QualityStore#stamp]
public record Surveyed(Instant made, Duration took, long texts, String stamp) {
  private static final String NAME = "surveyed";

  static Optional<Surveyed> last(SettingStore settings) {
    return settings
        .get(NAME)
        .map(note -> {
          String[] parts = note.split(" ", 4);
          return new Surveyed(
              Instant.parse(parts[0]),
              Duration.parse(parts[1]),
              Long.parseLong(parts[2]),
              parts[3]);
        });
  }

  void keep(SettingStore settings) {
    settings.put(NAME, made + " " + took + " " + texts + " " + stamp);
  }
}
