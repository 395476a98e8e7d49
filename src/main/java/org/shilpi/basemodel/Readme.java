package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a model's `README.md` says of its licence and languages in the block between two lines of
/// `---` at its top (<https://huggingface.co/docs/hub/model-cards#model-card-metadata>). Only the
/// keys asked for are read, with values on one line or as a list.
///
/// @param licence SPDX id where the hub's name has one, else the hub's name, or "unknown"
/// @param languages ISO codes
record Readme(String licence, List<String> languages) {
  private static final int LONGEST = 1 << 16;
  private static final Pattern LICENCE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Map<String, String> SPDX =
      Map.of(
          "apache-2.0", "Apache-2.0",
          "mit", "MIT",
          "bsd-2-clause", "BSD-2-Clause",
          "bsd-3-clause", "BSD-3-Clause",
          "mpl-2.0", "MPL-2.0",
          "gpl-3.0", "GPL-3.0-only",
          "agpl-3.0", "AGPL-3.0-only",
          "lgpl-3.0", "LGPL-3.0-only");

  static final Readme NONE = new Readme("unknown", List.of());

  Readme {
    languages = List.copyOf(languages);
  }

  static Readme read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return NONE;
    }
    ModelFolder.requirePlainFile(file);
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(LONGEST);
    }
    List<String> lines = new String(head, StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return NONE;
    }
    List<String> matter =
        lines.stream().skip(1).takeWhile(line -> !line.strip().equals("---")).toList();
    String licence =
        values(matter, "license").stream()
            .filter(LICENCE.asMatchPredicate())
            .map(Readme::spdx)
            .findFirst()
            .orElse(NONE.licence);
    List<String> languages =
        values(matter, "language").stream().filter(LANGUAGE.asMatchPredicate()).toList();
    return new Readme(licence, languages);
  }

  private static String spdx(String name) {
    return name.startsWith("cc-") || name.startsWith("cc0-")
        ? name.toUpperCase(Locale.ROOT)
        : SPDX.getOrDefault(name, name);
  }

  private static List<String> values(List<String> lines, String key) {
    List<String> values = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.startsWith(key + ":")) {
        inside = true;
        String rest = line.substring(key.length() + 1).replaceAll("[\\[\\]]", "");
        values.addAll(Arrays.asList(rest.split(",")));
      } else if (inside && line.strip().startsWith("- ")) {
        values.add(line.strip().substring(2));
      } else {
        inside = false;
      }
    }
    return values.stream()
        .map(value -> value.strip().replaceAll("^[\"']|[\"']$", "").toLowerCase(Locale.ROOT))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
