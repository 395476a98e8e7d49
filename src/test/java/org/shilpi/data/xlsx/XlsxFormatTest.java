package org.shilpi.data.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilpi.data.DataFile;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.ReadFile;
import org.shilpi.data.Wanted;
import org.shilpi.data.format.Formats;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

class XlsxFormatTest {
  private static final String STYLES =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy hh:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="2"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs>
      </styleSheet>
      """;

  @TempDir Path temp;

  /// A workbook as Excel lays it out: the first sheet is empty, the second one hidden.
  private Path workbook(String shared, String rows) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put(
        "xl/workbook.xml",
        """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
          <workbookPr/>
          <sheets><sheet name="Empty" r:id="rId1"/><sheet name="No" state="veryHidden" r:id="rId2"/><sheet name="Mails" r:id="rId3"/></sheets>
        </workbook>
        """);
    parts.put(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Target="/xl/worksheets/sheet3.xml"/></Relationships>
        """);
    parts.put("xl/styles.xml", STYLES);
    parts.put("xl/sharedStrings.xml", "<sst>" + shared + "</sst>");
    parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
    parts.put("xl/worksheets/sheet2.xml", sheet("<row><c><v>1</v></c></row>"));
    parts.put("xl/worksheets/sheet3.xml", sheet(rows));
    Path file = temp.resolve("mails.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  private static String sheet(String rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  }

  @Test
  void theFirstSheetWithRowsIsATableAsItShows() throws IOException {
    Path file =
        workbook(
            """
            <si><t>text</t></si><si><t>label</t></si>
            <si><r><t>Please </t></r><r><t xml:space="preserve">call पुणे 😀</t></r><rPh><t>no</t></rPh></si>
            <si><t>received</t></si>
            """,
            """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>3</v></c><c r="D1" t="inlineStr"><is><t>share</t></is></c></row>
            <row r="2"/>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>7.0</v></c><c r="C3" s="2"><v>46154.5875</v></c><c r="D3" s="3"><v>0.125</v></c></row>
            <row r="4"><c r="A4" t="str"><f>A3&amp;"x"</f><v>of a &lt;formula&gt;</v></c><c r="C4" s="1"><v>46155</v></c></row>
            <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#N/A</v></c><c r="F5"><v>1</v></c></row>
            """);

    DataFile data = DataFile.inspect(file, Formats.ALL, Wanted.NOTHING.withTask(TaskKind.CLASSIFY));
    ReadFile read = ReadFile.of(file, TaskKind.CLASSIFY);

    assertThat(data.format().id()).isEqualTo("xlsx");
    assertThat(data.columns().names())
        .containsExactly("text", "label", "received", "share", "5", "6");
    assertThat(data.first())
        .containsExactly(
            List.of("Please call पुणे 😀", "7", "2026-05-12 14:06:00", "12.50%", "", ""),
            List.of("of a <formula>", "", "2026-05-13", "", "", ""),
            List.of("TRUE", "#N/A", "", "", "", "1"));
    assertThat(read.texts()).hasSize(3);
  }

  @Test
  void columnsAreNamedByTheFirstRowAndMapped() throws IOException {
    Path file =
        workbook(
            "<si><t>text</t></si><si><t>label</t></si><si><t>received</t></si>",
            """
            <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
            <row><c t="inlineStr"><is><t>first</t></is></c><c t="inlineStr"><is><t>a</t></is></c><c s="1"><v>46154</v></c></row>
            <row><c r="A3" t="s"><v>99</v></c><c r="B3" t="inlineStr"><is><t>b</t></is></c></row>
            """);

    ReadFile read = ReadFile.of(file, TaskKind.CLASSIFY);

    assertThat(read.texts()).hasSize(1);
    assertThat(read.texts().getFirst().judgement()).isEqualTo(new Judgement.One("a"));
    assertThat(read.texts().getFirst().origin())
        .isEqualTo(new Origin(Map.of(Origin.DATE, "2026-05-12")));
    assertThat(read.reasons()).containsExactly("rejected.no-text");
  }

  @Test
  void whatUnpacksToFarMoreThanItHoldsIsRefused() throws IOException {
    StringBuilder rows = new StringBuilder();
    String row = "<row><c><v>1</v></c>" + " ".repeat(20_000) + "</row>";
    for (int i = 0; i < 4_000; i++) {
      rows.append(row);
    }
    Path file = workbook("", rows.toString());
    assertThat(Files.size(file)).isLessThan(400_000);
    assertThatThrownBy(() -> ReadFile.of(file, TaskKind.CLASSIFY))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.data.bomb"));
  }

  @Test
  void entitiesAreNotOpened() throws IOException {
    Path secret = Files.writeString(temp.resolve("secret"), "secret");
    Path file = workbook("", "<row><c t=\"s\"><v>0</v></c></row>");
    rewrite(
        file,
        "xl/sharedStrings.xml",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><sst><si><t>&x;</t></si></sst>");
    assertThatThrownBy(() -> ReadFile.of(file, TaskKind.CLASSIFY))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.key()).isEqualTo("problem.data.xlsx-broken"));
  }

  private static void rewrite(Path file, String part, String content) throws IOException {
    try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
      Files.writeString(zip.getPath(part), content);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "General ! 0.30000000000000004 ! 0.3",
        "General ! 1E3 ! 1000",
        "General ! 12345678901 ! 12345678901",
        "0.00 ! 2.5 ! 2.50",
        "#,##0 ! 1234.5 ! 1235",
        "0% ! 0.07 ! 7%",
        "yyyy-mm-dd ! 1 ! 1900-01-01",
        "yyyy-mm-dd ! 61 ! 1900-03-01",
        "[$-409]d-mmm-yy;@ ! 46154 ! 2026-05-12",
        "h:mm:ss ! 0.5 ! 12:00:00",
        "\"day\" 0 ! 5 ! 5",
        "[Red]0.0 ! 5 ! 5.0",
        "General ! 1E999999999 ! 1E999999999",
        "yyyy ! -4 ! -4"
      })
  void numbersAreShownAsTheCellShowsThem(String code, String number, String shown) {
    assertThat(NumberStyle.of(code).show(number, false)).isEqualTo(shown);
  }

  @Test
  void somePlacesCountDaysFrom1904() {
    assertThat(NumberStyle.builtIn(14).show("0", true)).isEqualTo("1904-01-01");
  }
}
