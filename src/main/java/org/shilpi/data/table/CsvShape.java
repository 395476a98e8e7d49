package org.shilpi.data.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.shilpi.data.Sample;
import org.shilpi.data.Separated;

/// How a delimited file is laid out.
///
/// @param delimiter between cells
/// @param quoted whether double quotes wrap cells (RFC 4180); tab-separated files often have none
record CsvShape(char delimiter, boolean quoted) {
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int SAMPLE_ROWS = 200;

  CSVFormat format() {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter)
        .setQuote(quoted ? '"' : null)
        .setIgnoreEmptyLines(true)
        .get();
  }

  /// Finds what the user did not say from the first characters of a file: the delimiter that cuts
  /// most records into the same number of cells, the more cells the better.
  static CsvShape find(Separated wanted, Sample sample) {
    if (wanted.delimiter().isPresent()) {
      return of(wanted.delimiter().get(), wanted, sample.text());
    }
    CsvShape best = of(',', wanted, sample.text());
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      CsvShape candidate = of(delimiter, wanted, sample.text());
      double score = candidate.score(candidate.records(sample.text(), sample.cut()));
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static CsvShape of(char delimiter, Separated wanted, String sample) {
    return new CsvShape(
        delimiter, wanted.quoted().orElseGet(() -> delimiter != '\t' || !strayQuotes(sample)));
  }

  // A tab-separated cell that opens a quote and does not close it was never quoted.
  private static boolean strayQuotes(String sample) {
    return sample
        .lines()
        .limit(SAMPLE_ROWS)
        .flatMap(line -> List.of(line.split("\t", -1)).stream())
        .anyMatch(cell -> cell.startsWith("\"") && (cell.length() == 1 || !cell.endsWith("\"")));
  }

  /// The first records, as far as they can be read.
  List<List<String>> records(String sample, boolean cut) {
    List<List<String>> records = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(sample), format())) {
      for (CSVRecord next : parser) {
        records.add(next.toList());
        if (records.size() > SAMPLE_ROWS) {
          return records;
        }
      }
    } catch (UncheckedIOException | IOException broken) {
      return records; // what is wrong shows when the file is read
    }
    if (cut && records.size() > 1) {
      records.removeLast(); // probably not the whole of it
    }
    return records;
  }

  private double score(List<List<String>> records) {
    Map<Integer, Integer> widths = new HashMap<>();
    records.forEach(cells -> widths.merge(cells.size(), 1, Integer::sum));
    double best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1) {
        double share = (double) width.getValue() / records.size();
        best = Math.max(best, share * share * (1 + 0.01 * Math.min(width.getKey(), 20)));
      }
    }
    return best;
  }
}
