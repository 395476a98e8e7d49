package org.shilpi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.DocumentKind;
import org.shilpi.data.Origin;
import org.shilpi.data.Row;

class FormatsTest {
  @TempDir Path folder;

  private final Reader reader = new Reader();

  @Test
  void wordsOfWordWithTablesNotesAndRealLinks() throws IOException {
    Path file =
        Archives.docx(
            folder.resolve("a.docx"),
            "",
            "<w:p><w:r><w:t>One </w:t><w:t>line</w:t><w:tab/><w:t>end</w:t></w:r></w:p>"
                + "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del>"
                + "<w:hyperlink r:id='l1'><w:r><w:t>bank.example</w:t></w:r></w:hyperlink></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:t>a</w:t></w:p></w:tc>"
                + "<w:tc><w:p><w:t>b</w:t></w:p><w:p><w:t>c</w:t></w:p></w:tc></w:tr></w:tbl>");

    Row.Text text = reader.text(file);

    assertThat(text.text())
        .isEqualTo("One line\tend\nbank.example <http://evil.example.net/>\na\tb c\n\na note");
    assertThat(text.origin().fields())
        .containsEntry(Origin.TITLE, "Contract")
        .containsEntry(Origin.SENDER, "Asha")
        .containsEntry("misleading links", "bank.example -> http://evil.example.net/")
        .containsEntry(Origin.DATE, "2026-05-12T14:06:00Z");
  }

  @Test
  void slidesInTheirOrder() throws IOException {
    Path file =
        Archives.zip(
            folder.resolve("a.pptx"),
            "ppt/slides/slide10.xml",
            "<s xmlns:a='x'><a:p><a:t>last</a:t></a:p></s>",
            "ppt/slides/slide2.xml",
            "<s xmlns:a='x'><a:p><a:t>first</a:t></a:p></s>",
            "ppt/notesSlides/notesSlide2.xml",
            "<s xmlns:a='x'><a:p><a:t>noted</a:t></a:p></s>");

    assertThat(reader.text(file).text()).isEqualTo("first\n\nlast\n\nnoted");
  }

  @Test
  void openDocumentsBooksAndPages() throws IOException {
    Path odt =
        Archives.zip(
            folder.resolve("a.odt"),
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "content.xml",
            "<d xmlns:t='x' xmlns:l='y'><t:p>हिन्दी<t:s t:c='2'/>और <t:a l:href='http://a.example/'>यहाँ</t:a></t:p>"
                + "<t:tracked-changes><t:p>gone</t:p></t:tracked-changes><t:h>End</t:h></d>");
    Path epub =
        Archives.zip(
            folder.resolve("a.epub"),
            "META-INF/container.xml",
            "<container><rootfile full-path='O/b.opf'/></container>",
            "O/b.opf",
            "<package><dc:title>Book</dc:title><item id='1' href='one%20x.html'/>"
                + "<item id='2' href='two.html'/><itemref idref='2'/><itemref idref='1'/></package>",
            "O/one x.html",
            "<p>last",
            "O/two.html",
            "<p>first");

    assertThat(reader.text(odt).text()).isEqualTo("हिन्दी  और यहाँ <http://a.example/>\nEnd");
    assertThat(reader.text(epub).text()).isEqualTo("first\n\nlast");
    assertThat(reader.text(epub).origin().field(Origin.TITLE)).contains("Book");
  }

  @Test
  void pagesInTheEncodingThatTheyNameAndInTheirRealOne() throws IOException {
    Path named =
        Reader.write(
            folder, "a.html", "<html><meta charset=gb2312><p>你好，世界", Charset.forName("GB18030"));
    Path wrong =
        Reader.write(folder, "b.html", "<html><meta charset=utf-16><title>T</title><p>Grüße");

    assertThat(reader.text(named).text()).isEqualTo("你好，世界");
    assertThat(reader.text(wrong).text()).isEqualTo("Grüße");
    assertThat(reader.text(wrong).origin().field(Origin.TITLE)).contains("T");
  }

  @Test
  void richTextWithItsLettersAndLinks() throws IOException {
    Path file =
        Reader.write(
            folder,
            "a.rtf",
            "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\info{\\title x}}"
                + "\\f0 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2\\par \\u2361?\\u2367?"
                + "{\\field{\\*\\fldinst HYPERLINK \"http://evil.example.net/\"}{\\fldrslt bank}}\\par}",
            StandardCharsets.US_ASCII);

    assertThat(reader.text(file).text())
        .isEqualTo("Привет\nहि" + "bank <http://evil.example.net/>");
  }

  @Test
  void xmlIsReadWithoutLookingAnythingUp() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
    String entity = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>";
    Path xml =
        Reader.write(
            folder, "a.xml", "<?xml version='1.0'?>" + entity + "<a><b>one &x;</b><c>two</c></a>");
    Path docx =
        Archives.docx(folder.resolve("a.docx"), entity, "<w:p><w:t>one</w:t><w:t>&x;</w:t></w:p>");

    assertThat(reader.text(xml).text()).isEqualTo("one &x;\ntwo");
    assertThat(reader.read(docx).toString()).doesNotContain("SECRET");
  }

  @Test
  void entitiesThatMultiplyDoNot() throws IOException {
    StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    bomb.append("]>");
    Path xml = Reader.write(folder, "a.xml", bomb + "<a>x &a29;</a>");
    Path docx = Archives.docx(folder.resolve("a.docx"), bomb.toString(), "<w:t>x &a29;</w:t>");

    assertThat(reader.text(xml).text()).isEqualTo("x &a29;");
    assertThat(Reader.refusal(reader.read(docx))).isEqualTo("rejected.document-broken");
  }

  @Test
  void wordsOfPdfButNotWhatIsLocked() throws IOException {
    Path open = pdf("open.pdf", null);
    Path locked = pdf("locked.pdf", new StandardProtectionPolicy("o", "u", new AccessPermission()));
    AccessPermission noCopies = new AccessPermission();
    noCopies.setCanExtractContent(false);
    Path kept = pdf("kept.pdf", new StandardProtectionPolicy("o", "", noCopies));

    assertThat(reader.text(open).text()).isEqualTo("Some words");
    assertThat(Reader.refusal(reader.read(locked))).isEqualTo("rejected.document-locked");
    assertThat(Reader.refusal(reader.read(kept))).isEqualTo("rejected.document-no-copying");
  }

  private Path pdf(String name, @org.jspecify.annotations.Nullable StandardProtectionPolicy lock)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream words = new PDPageContentStream(document, page)) {
        words.beginText();
        words.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        words.newLineAtOffset(50, 700);
        words.showText("Some words");
        words.endText();
      }
      if (lock != null) {
        document.protect(lock);
      }
      document.save(folder.resolve(name).toFile());
    }
    return folder.resolve(name);
  }

  @Test
  void printedPagesAreReadWithoutTheirEdgesAndWithWholeWords() {
    String pages = "";
    for (int i = 1; i <= 4; i++) {
      pages +=
          "Annual Report 2026\nOf lift number "
              + i * i
              + " we know:\nit is a well-\nknown ma-\nchine, no "
              + "chine  is\n12 "
              + i * 7
              + "\nPage "
              + i
              + " of 4\n\f";
    }

    assertThat(PdfLines.read(pages + "A well-known one."))
        .startsWith(
            "Annual Report 2026\nOf lift number 1 we know:\nit is a well-known machine, no chine is\n12 7\n\n"
                + "Of lift number 4 we know:")
        .doesNotContain("Page")
        .endsWith("12 28\n\nA well-known one.\n\n");
    assertThat(PdfLines.read("Page 1\n\fPage 2")).isEqualTo("Page 1\n\nPage 2\n\n");
  }

  @Test
  void oldOfficeFiles() throws IOException {
    Path ppt = folder.resolve("a.ppt");
    try (HSLFSlideShow talk = new HSLFSlideShow();
        var out = Files.newOutputStream(ppt)) {
      talk.createSlide().createTextBox().setText("a slide");
      talk.write(out);
    }
    Path xls = folder.resolve("a.xls");
    try (HSSFWorkbook book = new HSSFWorkbook();
        var out = Files.newOutputStream(xls)) {
      book.createSheet("S").createRow(0).createCell(0).setCellValue("a cell");
      book.write(out);
    }

    assertThat(reader.text(ppt).text()).isEqualTo("a slide");
    assertThat(reader.text(xls).text()).isEqualTo("S\na cell");
  }

  @Test
  void eachMailOfABoxIsAText() throws IOException {
    Path file =
        Reader.write(
            folder,
            "a.mbox",
            """
            From a@x Mon Jun 01 10:00:00 2009
            From: a@x
            Subject: one

            First.
            >From here on it is quoted.

            From now on: 10:00 is too late, says the text.
            From b@x Mon Jun 01 11:00:00 2009
            From: b@x
            Subject: two

            Second.
            """);

    assertThat(reader.read(file))
        .extracting(row -> ((Row.Text) row).text())
        .containsExactly(
            "one\n\nFirst.\nFrom here on it is quoted.\n\nFrom now on: 10:00 is too late, says the text.",
            "two\n\nSecond.");
  }

  @Test
  void whatAFileIsIsToldByItsContent() throws IOException {
    assertThat(kind("x", "From a@x Mon Jun 01 10:00:00 2009\n")).isEqualTo("MBOX");
    assertThat(kind("x.txt", "Received: by x\nFrom: a\n\nhello")).isEqualTo("EML");
    assertThat(kind("x", "\n<!-- c --><HTML><p>")).isEqualTo("HTML");
    assertThat(kind("x", "<?xml version='1.0'?><!DOCTYPE html><html>")).isEqualTo("HTML");
    assertThat(kind("x", "{\\rtf1 }")).isEqualTo("RTF");
    assertThat(kind("x.doc", "<?xml version='1.0'?><w:wordDocument/>")).isEqualTo("XML");
    assertThat(kind("x.csv", "from,to\na,b\n")).isEqualTo("");
    assertThat(kind("x.csv", "name: value\n")).isEqualTo("");
    assertThat(kind("x.jsonl", "{\"text\": \"<html>\"}")).isEqualTo("");
  }

  @Test
  void longBeginningsAreLookedAtQuickly() {
    String spaces = " \n".repeat(40_000);
    assertThat(kind("x", spaces.substring(0, 60_000) + "<html>")).isEqualTo("HTML");
    assertThat(kind("x", spaces)).isEqualTo("");
    assertThat(kind("x", "<!---->".repeat(9_000))).isEqualTo("");
    assertThat(kind("x", "From " + "a".repeat(100_000))).isEqualTo("");
    assertThat(kind("x", "<?xml " + "<".repeat(100_000))).isEqualTo("XML");
  }

  @Test
  void longLinesAreReadQuickly() throws IOException {
    String words = "a" + " ".repeat(2_000_000) + "b wrote".repeat(20_000) + ":";
    Path mail = Reader.write(folder, "a.eml", "From: a@x\nSubject: s\n\n" + words);
    Path file =
        Reader.write(
            folder,
            "b.eml",
            "From: a@x\nSubject: s\n\nSee:\nbegin 644 a.gif\n"
                + ("M" + "A".repeat(60) + "\n").repeat(20_000)
                + "`\nend\nbye");

    assertThat(reader.text(mail).text()).startsWith("s\n\na ").endsWith("wrote:");
    assertThat(reader.text(file).text()).isEqualTo("s\n\nSee:\nbye");
    assertThat(reader.text(file).origin().field("attachments").orElse("")).startsWith("a.gif (");
  }

  private static String kind(String name, String content) {
    return DocumentKind.of(content.getBytes(StandardCharsets.UTF_8), name)
        .map(Enum::name)
        .orElse("");
  }

  @Test
  void brokenDocumentsAreRefusedWithAReason() throws IOException {
    for (String name : List.of("a.docx", "a.pptx", "a.odt", "a.epub")) {
      Path file = Archives.zip(folder.resolve(name), "x", "y");
      assertThat(Reader.refusal(reader.read(file))).isEqualTo("rejected.document-broken");
    }
    Path pdf = Reader.write(folder, "a.pdf", "%PDF-1.7\nnothing");
    assertThat(Reader.refusal(reader.read(pdf))).startsWith("rejected.document-");
    Path picture = Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    assertThat(Reader.refusal(reader.read(picture))).isEqualTo("rejected.document-unknown");
  }
}
