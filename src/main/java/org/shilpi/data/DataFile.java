package org.shilpi.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shilpi.job.Problem;

/// A file of examples and how it is to be read: told by the user, else found from its content.
///
/// @param format `csv`, `tsv`, `jsonl` or `txt` (one text a line)
/// @param first the first rows, at most 200
public record DataFile(
    Path path,
    String format,
    TextEncoding encoding,
    CsvShape shape,
    Columns columns,
    List<List<String>> first) {
  private static final List<String> FORMATS = List.of("csv", "tsv", "jsonl", "txt");
  private static final int SAMPLE = 1 << 18;

  /// Looks into a file.
  ///
  /// @param format as above, or what the ending and the content say
  /// @param charset name of the encoding, or what the bytes say
  /// @param wanted column names that the user gave
  /// @throws Problem if it is missing, empty, binary, or not in this format or encoding
  public static DataFile inspect(
      Path path, Optional<String> format, Optional<String> charset, Set<String> wanted)
      throws IOException {
    if (!Files.exists(path)) {
      throw Problem.of("problem.data.missing", path.toString());
    }
    if (!Files.isRegularFile(path)) {
      throw Problem.of("problem.data.not-file", path.toString());
    }
    if (!Files.isReadable(path)) {
      throw Problem.of("problem.data.unreadable", path.toString());
    }
    TextEncoding encoding = TextEncoding.of(path, charset);
    String sample = sample(path, encoding);
    if (sample.isBlank()) {
      throw Problem.of("problem.data.empty", TextEncoding.name(path));
    }
    boolean cut = sample.length() == SAMPLE;
    String known = format.map(DataFile::known).orElseGet(() -> guess(path, sample));
    CsvShape shape = known.equals("csv") ? CsvShape.sniff(sample, cut) : CsvShape.of('\t', sample);
    Columns columns;
    List<List<String>> first;
    switch (known) {
      case "csv", "tsv" -> {
        List<List<String>> records = shape.records(sample, cut);
        columns = Columns.of(records, wanted);
        first = columns.header() ? records.subList(1, records.size()) : records;
      }
      case "jsonl" -> {
        columns = JsonLinesReader.columns(sample);
        first = List.of();
      }
      default -> {
        columns = new Columns(List.of("text"), false);
        first = List.of();
      }
    }
    DataFile file = new DataFile(path, known, encoding, shape, columns, first);
    return file.first.isEmpty() ? file.withFirst() : file;
  }

  private static String known(String format) {
    String lower = format.toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(lower)) {
      throw Problem.of("problem.data.format", format);
    }
    return lower;
  }

  private static String guess(Path path, String sample) {
    String name = TextEncoding.name(path).toLowerCase(Locale.ROOT);
    String start = sample.stripLeading();
    if (start.startsWith("{") || name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return "jsonl";
    }
    if (start.startsWith("[") && name.endsWith(".json")) {
      throw Problem.of("problem.data.json-array", TextEncoding.name(path));
    }
    if (name.endsWith(".txt") || name.endsWith(".log")) {
      return "txt";
    }
    return name.endsWith(".tsv") || name.endsWith(".tab") ? "tsv" : "csv";
  }

  private static String sample(Path path, TextEncoding encoding) throws IOException {
    try (Reader in = encoding.reader(Files.newInputStream(path))) {
      char[] chars = new char[SAMPLE];
      int length = 0;
      int read;
      while (length < SAMPLE && (read = in.read(chars, length, SAMPLE - length)) > 0) {
        length += read;
      }
      return new String(chars, 0, length);
    }
  }

  private DataFile withFirst() throws IOException {
    List<List<String>> rows = new java.util.ArrayList<>();
    try (RowReader reader = read(Files.newInputStream(path))) {
      Optional<Row> row = reader.next();
      while (row.isPresent() && rows.size() < 200) {
        if (row.get() instanceof Row.Cells(long number, List<String> cells)) {
          rows.add(cells);
        }
        row = reader.next();
      }
    }
    return new DataFile(path, format, encoding, shape, columns, rows);
  }

  /// The rows, from the file's start.
  public RowReader read() throws IOException {
    return read(Files.newInputStream(path));
  }

  /// The rows, from a stream of the file's bytes that somebody watches.
  public RowReader read(InputStream bytes) throws IOException {
    Reader in = encoding.reader(new BufferedInputStream(bytes, 1 << 16));
    String name = TextEncoding.name(path);
    return switch (format) {
      case "jsonl" -> new JsonLinesReader(name, in, columns);
      case "txt" -> new LineReader(name, in);
      default -> new CsvReader(name, in, shape, columns);
    };
  }

  /// What the columns mean: as the user said, else guessed.
  ///
  /// @param text name of the text's column
  /// @param label name of the label's column; an empty string = the file has none
  /// @throws Problem if there is no such column
  public Mapping mapping(Optional<String> text, Optional<String> label) {
    String texts =
        text.or(() -> columns.guessText(first))
            .orElseThrow(() -> Problem.of("problem.data.no-columns", TextEncoding.name(path)));
    String labels = label.orElseGet(() -> columns.guessLabel(first, texts).orElse(""));
    int textAt = position(texts);
    return new Mapping(textAt, labels.isEmpty() ? Mapping.NONE : position(labels));
  }

  private int position(String column) {
    return columns
        .position(column)
        .orElseThrow(() ->
            Problem.of("problem.data.column", TextEncoding.name(path), column, columns.listed()));
  }
}
