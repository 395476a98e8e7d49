package org.shilpi.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.data.DataFile;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.ReadFile;
import org.shilpi.data.Row;
import org.shilpi.data.RowReader;
import org.shilpi.data.Wanted;
import org.shilpi.data.format.Formats;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

class ParquetFormatTest {
  private static final List<String> TEXTS = List.of("Please call पुणे 😀", "", "second", "third");
  private static final List<String> LABELS = Arrays.asList("a", "b", null, "a");

  @TempDir Path temp;

  private static ParquetOut mails() {
    return new ParquetOut().texts("text", TEXTS).texts("label", LABELS);
  }

  private ReadFile read(ParquetOut out) throws IOException {
    return ReadFile.of(out.write(temp.resolve("mails.parquet")), TaskKind.CLASSIFY);
  }

  private List<List<String>> cells(ParquetOut out) throws IOException {
    Path file = out.write(temp.resolve("cells.parquet"));
    DataFile data = DataFile.inspect(file, Formats.ALL, Wanted.NOTHING);
    assertThat(data.format().id()).isEqualTo("parquet");
    List<List<String>> cells = new ArrayList<>();
    try (RowReader rows = data.read()) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        cells.add(((Row.Cells) row.get()).cells());
      }
    }
    return cells;
  }

  private String refused(byte[] bytes) throws IOException {
    Path file = Files.write(temp.resolve("refused"), bytes);
    try {
      ReadFile read = ReadFile.of(file, TaskKind.CLASSIFY);
      return "read " + read.texts().size();
    } catch (Problem problem) {
      return problem.key();
    }
  }

  @Test
  void isATableWithTheColumnsThatItNames() throws IOException {
    Path file =
        mails()
            .column("received", ParquetOut.INT32, 6, Arrays.asList(20_585, null, 0, -1))
            .write(temp.resolve("no ending"));

    DataFile data = DataFile.inspect(file, Formats.ALL, Wanted.NOTHING.withTask(TaskKind.CLASSIFY));
    ReadFile read = ReadFile.of(file, TaskKind.CLASSIFY);

    assertThat(data.format().id()).isEqualTo("parquet");
    assertThat(data.columns().names()).containsExactly("text", "label", "received");
    assertThat(read.texts()).hasSize(3);
    assertThat(read.texts().getFirst().text()).isEqualTo("Please call पुणे 😀");
    assertThat(read.texts().getFirst().judgement()).isEqualTo(new Judgement.One("a"));
    assertThat(read.texts().getFirst().origin())
        .isEqualTo(new Origin(Map.of(Origin.DATE, "2026-05-12")));
    assertThat(read.texts().get(1).judgement()).isEqualTo(Judgement.NONE);
    assertThat(read.reasons()).containsExactly("rejected.no-text");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyWayOfWritingValuesIsRead(boolean dictionary) throws IOException {
    for (int groups = 1; groups <= 4; groups++) {
      for (boolean apart : List.of(false, true)) {
        for (int codec : List.of(0, 1, 2, 6)) {
          ParquetOut out = mails().groups(groups).packed(codec, bytes -> packed(codec, bytes));
          out = dictionary ? out.dictionary() : out;
          out = apart ? out.levelsApart() : out;
          assertThat(cells(out))
              .as("%s groups, apart %s, codec %s", groups, apart, codec)
              .containsExactly(
                  List.of("Please call पुणे 😀", "a"),
                  List.of("", "b"),
                  List.of("second", ""),
                  List.of("third", "a"));
        }
      }
    }
  }

  private static byte[] packed(int codec, byte[] bytes) {
    return switch (codec) {
      case 1 -> snappy(bytes);
      case 2 -> gzip(bytes);
      case 6 -> zstd(bytes);
      default -> bytes;
    };
  }

  // One plain block.
  private static byte[] zstd(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("28b52ffd" + "a0"));
    out.writeBytes(ParquetOut.int32(bytes.length));
    out.write(ParquetOut.int32(bytes.length << 3 | 1), 0, 3);
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  // Literal bytes, except for a run of the same byte, which is a copy of itself.
  private static byte[] snappy(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int rest = bytes.length; ; rest >>>= 7) {
      out.write(rest < 128 ? rest : rest & 127 | 128);
      if (rest < 128) {
        break;
      }
    }
    int at = 0;
    while (at < bytes.length) {
      int same = 1;
      while (at + same < bytes.length && same < 12 && bytes[at + same] == bytes[at]) {
        same++;
      }
      out.write(0);
      out.write(bytes[at]);
      if (same >= 5) {
        out.write(same - 1 - 4 << 2 | 1);
        out.write(1);
        at += same;
      } else {
        at++;
      }
    }
    return out.toByteArray();
  }

  @Test
  void copiesInPackedPagesReachAsFarAsTheySay() throws IOException {
    String text = "a mail that says one thing, a mail that says another thing, ".repeat(40);
    // "lz4" of the plain page of this text, written by hand: 60 bytes, then a copy 60 back.
    byte[] plain = ParquetOut.plain(ParquetOut.BYTES, List.of(text));
    ParquetOut out = new ParquetOut().texts("text", List.of(text));
    assertThat(cells(out.levelsApart().packed(7, bytes -> lz4(plain, bytes.length))))
        .containsExactly(List.of(text));
  }

  private static byte[] lz4(byte[] plain, int length) {
    assertThat(plain).hasSize(length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xFF); // 64 bytes as they are, then a copy
    out.write(64 - 15);
    out.write(plain, 0, 64);
    out.write(60);
    out.write(0);
    int copied = length - 64 - 5;
    for (int rest = copied - 4 - 15; rest >= 0; rest -= 255) {
      out.write(Math.min(rest, 255));
    }
    out.write(0x50); // the last five
    out.write(plain, length - 5, 5);
    return out.toByteArray();
  }

  @Test
  void numbersDatesAndMomentsLookAsInOtherTables() throws IOException {
    ParquetOut out =
        new ParquetOut()
            .column("double", ParquetOut.DOUBLE, -1, List.of(7.0, 0.125, Double.NaN))
            .column("long", ParquetOut.INT64, -1, List.of(7L, -1L, Long.MIN_VALUE))
            .column("unsigned", ParquetOut.INT64, 14, List.of(7L, -1L, 0L))
            .column("decimal", ParquetOut.INT32, 5, List.of(7, -1, 0))
            .column("moment", ParquetOut.INT64, 10, List.of(1_778_590_000_123_456L, -1L, 0L))
            .column("time", ParquetOut.INT32, 7, List.of(1, 0, 86_399_999))
            .column("bytes", ParquetOut.BYTES, -1, List.of("text", "", "x"));
    assertThat(cells(out))
        .containsExactly(
            List.of("7", "7", "7", "7", "2026-05-12T12:46:40.123456Z", "00:00:00.001", "text"),
            List.of(
                "0.125",
                "-1",
                "18446744073709551615",
                "-1",
                "1969-12-31T23:59:59.999999Z",
                "00:00",
                ""),
            List.of(
                "", "-9223372036854775808", "0", "0", "1970-01-01T00:00:00Z", "23:59:59.999", "x"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aListOfTextsIsSeveralLabels(boolean apart) throws IOException {
    ParquetOut out =
        new ParquetOut()
            .texts("text", List.of("one", "two", "three", "four"))
            .lists("labels", Arrays.asList(List.of("a", "b"), null, List.of(), List.of("c")));
    out = apart ? out.levelsApart() : out;
    ReadFile read = ReadFile.of(out.write(temp.resolve("many.parquet")), TaskKind.MULTILABEL);
    assertThat(read.texts().stream().map(text -> text.judgement()))
        .containsExactly(
            new Judgement.Many(List.of("a", "b")),
            Judgement.NONE,
            Judgement.NONE,
            new Judgement.Many(List.of("c")));
  }

  @Test
  void whatIsWrittenAsDifferencesIsAddedUp() throws IOException {
    // Block of 128 in 4, 8 values, the first 7; the smallest step -2; steps in 2 bits.
    byte[] block = new byte[32 * 2 / 8];
    int[] steps = {0, 0, 0, 3, 3, 3, 3};
    for (int i = 0; i < steps.length; i++) {
      block[i / 4] |= (byte) (steps[i] << i % 4 * 2);
    }
    ByteArrayOutputStream delta = new ByteArrayOutputStream();
    delta.writeBytes(HexFormat.of().parseHex("8001" + "04" + "08" + "0e" + "03" + "02000000"));
    delta.writeBytes(block);
    ParquetOut out =
        new ParquetOut()
            .column("n", ParquetOut.INT32, -1, Collections.nCopies(8, 0))
            .encoded(5, plain -> delta.toByteArray());
    assertThat(cells(out).stream().map(List::getFirst))
        .containsExactly("7", "5", "3", "1", "2", "3", "4", "5");
  }

  @Test
  void whatIsCutOffOrEncryptedOrPackedInOtherWaysIsRefusedByName() throws IOException {
    byte[] whole = mails().bytes();
    assertThat(refused(whole)).isEqualTo("read 3");
    for (int length = 8; length < whole.length; length += 7) {
      assertThat(refused(Arrays.copyOf(whole, length))).isEqualTo("problem.data.parquet-broken");
    }
    byte[] locked = whole.clone();
    System.arraycopy("PARE".getBytes(StandardCharsets.US_ASCII), 0, locked, whole.length - 4, 4);
    assertThat(refused(locked)).isEqualTo("problem.data.parquet-locked");
    System.arraycopy(HexFormat.of().parseHex("504152452a000000"), 0, locked, 0, 8);
    assertThat(refused(locked)).isEqualTo("problem.data.parquet-locked");

    Path brotli = mails().packed(4, bytes -> bytes).write(temp.resolve("brotli.parquet"));
    assertThatThrownBy(() -> ReadFile.of(brotli, TaskKind.CLASSIFY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.data.parquet-packed");
              assertThat(problem.arguments()).containsExactly("brotli.parquet", "BROTLI");
            });
  }

  @Test
  void aTextThatBeginsLikeItIsNone() throws IOException {
    Path file = Files.writeString(temp.resolve("pare.csv"), "PARENT,label\na text of it,x\n");
    assertThat(ReadFile.of(file, TaskKind.CLASSIFY).format()).isEqualTo("csv");
  }

  @Test
  void whatSaysThatItHoldsOtherRowsIsRefused() throws IOException {
    assertThat(refused(mails().saysRows(5).bytes())).isEqualTo("problem.data.parquet-broken");
    assertThat(refused(mails().saysRows(3).bytes())).isEqualTo("problem.data.parquet-broken");
    assertThat(refused(mails().saysRows(Long.MAX_VALUE).bytes()))
        .isEqualTo("problem.data.parquet-broken");
  }

  @Test
  void aFewBytesThatStandForMillionsOfRowsAreRefused() throws IOException {
    // One text, pointed to again and again.
    String text = "x".repeat(1_000);
    ParquetOut out = new ParquetOut().texts("text", Collections.nCopies(70_000, text));
    assertThat(refused(out.dictionary().packed(2, ParquetFormatTest::gzip).bytes()))
        .isEqualTo("problem.data.bomb");
  }

  @Test
  void aPageThatSaysItIsHugeTakesNoMemory() throws IOException {
    ParquetOut out = mails().packed(1, bytes -> HexFormat.of().parseHex("ffffffff0f00"));
    assertThat(refused(out.bytes())).isEqualTo("problem.data.parquet-broken");
  }

  @Test
  void aFooterThatNestsOnAndOnOrCountsTooHighIsRefused() throws IOException {
    for (String piece : List.of("19", "1c", "1b01bb")) {
      byte[] foot = HexFormat.of().parseHex("59" + piece.repeat(200_000));
      assertThat(refused(file(foot))).as(piece).isEqualTo("problem.data.parquet-broken");
    }
    // Two thousand million columns, and as many groups of rows.
    for (String head : List.of("29fcffffffff07", "49fcffffffff07")) {
      byte[] foot = HexFormat.of().parseHex(head + "00".repeat(1_000));
      assertThat(refused(file(foot))).as(head).isEqualTo("problem.data.parquet-broken");
    }
  }

  private static byte[] file(byte[] footer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(footer);
    out.writeBytes(ParquetOut.int32(footer.length));
    out.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @Test
  void listsInListsAreToldByName() throws IOException {
    // A list whose elements are lists: the schema of one, twice.
    ParquetOut.ThriftOut footer = new ParquetOut.ThriftOut();
    footer.list(2, 4);
    footer.element(new ParquetOut.ThriftOut().text(4, "schema").number(5, 1));
    footer.element(new ParquetOut.ThriftOut().number(3, 2).text(4, "talks").number(5, 1));
    footer.element(new ParquetOut.ThriftOut().number(3, 2).text(4, "turns").number(5, 1));
    footer.element(new ParquetOut.ThriftOut().number(1, 6).number(3, 1).text(4, "text"));
    Path file = Files.write(temp.resolve("talks.parquet"), file(footer.end()));
    assertThatThrownBy(() -> ReadFile.of(file, TaskKind.CLASSIFY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.key()).isEqualTo("problem.data.parquet-nested");
              assertThat(problem.arguments()).contains("talks.turns.text");
            });
  }
}
