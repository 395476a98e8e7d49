package org.shilpi.ui.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A sample that lies beside the program: a folder with one CSV file of texts and labels.
///
/// @param folder where it lies
/// @param texts rows
/// @param counts texts a label, most frequent first; unlabeled rows are in none
record Sample(Path folder, int texts, List<Integer> counts) {
  Sample {
    counts = List.copyOf(counts);
  }

  /// The folder's name.
  String id() {
    return String.valueOf(folder.getFileName());
  }

  /// All samples of a folder, by name; none if there is no such folder.
  static List<Sample> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Sample> samples = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      for (Path one : folders.filter(Files::isDirectory).sorted().toList()) {
        try (Stream<Path> files = Files.list(one)) {
          for (Path table : files.filter(f -> f.toString().endsWith(".csv")).limit(1).toList()) {
            samples.add(read(one, table));
          }
        }
      }
    }
    return samples;
  }

  private static Sample read(Path folder, Path table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<String, Integer> counts = new LinkedHashMap<>();
    int texts = 0;
    try (CSVParser rows = CSVParser.parse(table, StandardCharsets.UTF_8, format)) {
      String column = rows.getHeaderNames().getLast();
      for (CSVRecord row : rows) {
        texts++;
        String label = row.get(column);
        if (!label.isBlank()) {
          counts.merge(label, 1, Integer::sum);
        }
      }
    }
    return new Sample(folder, texts, counts.values().stream().sorted((a, b) -> b - a).toList());
  }
}
