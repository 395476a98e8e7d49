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
import java.util.stream.Stream;

/// What a model's `README.md` says of its licence, languages and descent in the block between two
/// lines of `---` at its top (<https://huggingface.co/docs/hub/model-cards#model-card-metadata>).
/// Only the keys asked for are read, with values on one line or as a list.
///
/// @param licence SPDX id where the hub's name has one, else the hub's name, or "unknown"
/// @param languages ISO codes
/// @param facts the rest
record Readme(String licence, List<String> languages, ModelFacts facts) {
  private static final int LONGEST = 1 << 16;
  private static final Pattern LICENCE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/+-]{0,119}");
  private static final int MOST_NAMES = 32;
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

  static final Readme NONE = new Readme("unknown", List.of(), ModelFacts.NONE);

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
        Stream.of("license", "license_name")
            .flatMap(key -> values(matter, key).stream())
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(LICENCE.asMatchPredicate())
            // The hub's word for a licence of the publisher's own, which license_name then names.
            .filter(value -> !value.equals("other"))
            .map(Readme::spdx)
            .findFirst()
            .orElse(NONE.licence);
    List<String> languages =
        values(matter, "language").stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(LANGUAGE.asMatchPredicate())
            .toList();
    String task = names(matter, "pipeline_tag").stream().findFirst().orElse("");
    return new Readme(
        licence,
        languages,
        new ModelFacts(names(matter, "base_model"), task, names(matter, "datasets")));
  }

  private static String spdx(String name) {
    return name.startsWith("cc-") || name.startsWith("cc0-")
        ? name.toUpperCase(Locale.ROOT)
        : SPDX.getOrDefault(name, name);
  }

  private static List<String> names(List<String> lines, String key) {
    return values(lines, key).stream()
        .filter(NAME.asMatchPredicate())
        .distinct()
        .limit(MOST_NAMES)
        .toList();
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
        .map(value -> value.strip().replaceAll("^[\"']|[\"']$", ""))
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
