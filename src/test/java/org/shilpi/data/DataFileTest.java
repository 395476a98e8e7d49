package org.shilpi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.format.Formats;
import org.shilpi.job.Problem;

class DataFileTest {
  @TempDir Path temp;

  private static Wanted naming(Set<String> columns) {
    return new Wanted(Optional.empty(), Optional.empty(), columns, Optional.empty());
  }

  private static void assertMapping(DataFile file, Optional<String> named, int text, int label) {
    Mapping mapping = file.mapping(Optional.empty(), named);
    assertThat(List.of(mapping.text(), mapping.label())).containsExactly(text, label);
  }

  private DataFile inspect(String name, byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve(name), bytes);
    return DataFile.inspect(file, Formats.ALL, Wanted.NOTHING);
  }

  private DataFile inspect(String name, String content) throws IOException {
    return inspect(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<List<String>> rows(DataFile file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (RowReader reader = file.read()) {
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(
            row.get() instanceof Row.Cells(long number, List<String> cells) ? cells : List.of());
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,false,UTF-8",
    "UTF-8,true,UTF-8",
    "UTF-16LE,true,UTF-16LE",
    "UTF-16BE,true,UTF-16BE",
    "UTF-16LE,false,UTF-16LE",
    "UTF-16BE,false,UTF-16BE",
    "windows-1252,false,windows-1252"
  })
  void findsTheEncodingAndTakesOnlyTheMarkAway(String written, boolean mark, String found)
      throws IOException {
    String content = "text,label\ncafé “quoted” naïve,drink\nzwei Gläser,essen\n";
    Charset charset = Charset.forName(written);
    DataFile file = inspect("file.csv", ((mark ? "\uFEFF" : "") + content).getBytes(charset));
    assertThat(file.charset().orElseThrow()).isEqualTo(found);
    assertThat(file.columns().names()).containsExactly("text", "label");
    assertThat(rows(file).getFirst()).containsExactly("café “quoted” naïve", "drink");
  }

  @ParameterizedTest
  @CsvSource({"comma,','", "semicolon,;", "tab,'\t'", "pipe,|"})
  void findsTheDelimiter(String name, String delimiter) throws IOException {
    String content =
        "text%1$slabel\n\"one, two; three | four\"%1$sa\n\"five, six\"%1$sb\nseven%1$sa\n"
            .formatted(delimiter);
    DataFile file = inspect(name + ".csv", content);
    assertThat(file.layout().delimiter()).isEqualTo(delimiter.charAt(0));
    assertThat(rows(file)).allMatch(cells -> cells.size() == 2);
  }

  @Test
  void aFileWithoutHeaderKeepsItsFirstRow() throws IOException {
    DataFile file =
        inspect("none.csv", "win a prize now,spam\nsee you at noon,ham\nclick here,spam\n");
    assertThat(file.columns()).isEqualTo(new Columns(List.of("1", "2"), false));
    assertThat(rows(file)).hasSize(3);
    assertMapping(file, Optional.empty(), 0, 1);
  }

  @Test
  void whatTheUserSaysOfTheLayoutHoldsAndTheRestIsFound() throws IOException {
    Path file = Files.writeString(temp.resolve("odd.csv"), "x~y\n\"a, b~c\nd~\"e\n");
    assertThat(as(file, Separated.FOUND.withDelimiter('~').withQuotes(false)))
        .containsExactly(List.of("\"a, b", "c"), List.of("d", "\"e"));
    assertThat(as(file, Separated.FOUND.withDelimiter('~').withQuotes(false).withHeader(false)))
        .hasSize(3);
    Path plain = Files.writeString(temp.resolve("plain.csv"), "one;a\ntwo;b\nthree;a\n");
    assertThat(as(plain, Separated.FOUND)).hasSize(3);
    assertThat(as(plain, Separated.FOUND.withHeader(true))).hasSize(2);
    Path tabs = Files.writeString(temp.resolve("named.tsv"), "one;a\ntwo;b\n");
    assertThat(as(tabs, Separated.FOUND.withDelimiter(';').withHeader(false)))
        .containsExactly(List.of("one", "a"), List.of("two", "b"));
  }

  private static List<List<String>> as(Path file, Separated cells) throws IOException {
    Wanted wanted =
        new Wanted(Optional.empty(), Optional.empty(), Set.of(), Optional.empty(), cells);
    return rows(DataFile.inspect(file, Formats.ALL, wanted));
  }

  @Test
  void theColumnsThatTheUserNamedMakeTheFirstRowAHeader() throws IOException {
    Path file = Files.writeString(temp.resolve("odd.csv"), "x,y\nx,y\nz,y\n");
    assertThat(DataFile.inspect(file, Formats.ALL, naming(Set.of("x"))).columns().header())
        .isTrue();
    assertThat(DataFile.inspect(file, Formats.ALL, Wanted.NOTHING).columns().header()).isFalse();
  }

  @Test
  void guessesTheLongColumnAsTextAndTheRepeatingOneAsLabel() throws IOException {
    StringBuilder rows = new StringBuilder("id,kind,what,when\n");
    for (int i = 0; i < 30; i++) {
      rows.append(i)
          .append(",k")
          .append(i % 3)
          .append(",a longer sentence about case ")
          .append(i)
          .append(",2026-11-")
          .append(i % 28)
          .append('\n');
    }
    DataFile file = inspect("four.csv", rows.toString());
    assertMapping(file, Optional.empty(), 2, 1);
  }

  @Test
  void staysWithoutLabelWhereNothingRepeats() throws IOException {
    DataFile file =
        inspect("ids.csv", "id,sentence\n1,first thing\n2,second thing\n3,third thing\n");
    assertMapping(file, Optional.empty(), 1, Mapping.NONE);
    assertMapping(file, Optional.of(""), 1, Mapping.NONE);
  }

  @Test
  void quotesInTabSeparatedTextAreLetters() throws IOException {
    DataFile file = inspect("q.tsv", "text\tlabel\n\"open only\ta\nhe said \"so\"\tb\n");
    assertThat(rows(file))
        .containsExactly(List.of("\"open only", "a"), List.of("he said \"so\"", "b"));
  }

  @Test
  void quotedTabSeparatedTextIsUnwrapped() throws IOException {
    DataFile file = inspect("q.tsv", "text\tlabel\n\"with \"\"quotes\"\"\"\ta\nplain\tb\n");
    assertThat(rows(file).getFirst()).containsExactly("with \"quotes\"", "a");
  }

  @Test
  void plainTextIsATextALine() throws IOException {
    assertThat(rows(inspect("lines.txt", "one, two\nthree\n")))
        .containsExactly(List.of("one, two"), List.of("three"));
  }

  @Test
  void aBrokenQuoteIsAProblemThatNamesTheLine() throws IOException {
    DataFile file = inspect("broken.csv", "text,label\nfine,a\n\"broken\" quote,b\n");
    assertThatThrownBy(() -> rows(file))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.data.quotes");
              assertThat(problem.arguments()).containsExactly("broken.csv", "3");
            });
  }

  @Test
  void aQuoteThatIsNeverClosedDoesNotEatTheMemory() throws IOException {
    Path file = temp.resolve("endless.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("text,label\n\"never closed,a\n");
      for (int i = 0; i < 300_000; i++) {
        out.write("another row that is swallowed by the quote,b\n");
      }
    }
    assertThatThrownBy(() -> rows(DataFile.inspect(file, Formats.ALL, naming(Set.of("text")))))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.data.row-too-long");
              assertThat(problem.arguments()).containsExactly("endless.csv", "2");
            });
  }
}
