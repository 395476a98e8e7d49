package org.shilpi.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What the user prefers on this machine.
///
/// @param language `en` or `hi`; empty = as the operating system says
/// @param theme `light` or `dark`; empty = as the operating system says
/// @param lessMotion whether nothing on the screen should move by itself
/// @param recent folders of the projects that were open lately, newest first, at most 8
public record Settings(String language, String theme, boolean lessMotion, List<Path> recent) {
  /// Before anybody chose anything.
  public static final Settings DEFAULTS = new Settings("", "", false, List.of());

  private static final int MOST_RECENT = 8;

  public Settings {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(theme, "theme");
    recent = List.copyOf(recent.subList(0, Math.min(MOST_RECENT, recent.size())));
  }

  public Settings withLanguage(String chosen) {
    return new Settings(chosen, theme, lessMotion, recent);
  }

  public Settings withTheme(String chosen) {
    return new Settings(language, chosen, lessMotion, recent);
  }

  public Settings withLessMotion(boolean chosen) {
    return new Settings(language, theme, chosen, recent);
  }

  /// With a project that was opened just now in front.
  public Settings withRecent(Path project) {
    List<Path> newest = new ArrayList<>(List.of(project.toAbsolutePath().normalize()));
    recent.stream().filter(other -> !other.equals(newest.getFirst())).forEach(newest::add);
    return new Settings(language, theme, lessMotion, newest);
  }
}
