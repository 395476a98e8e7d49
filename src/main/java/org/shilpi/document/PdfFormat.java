package org.shilpi.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Reason;

/// PDF (ISO 32000): the words of the pages, then what notes on them and filled-in forms say.
final class PdfFormat implements Formats.Format {
  static {
    // Else the first font that is not in a file makes PDFBox look through all fonts of the machine,
    // and keep a list of them in the user's home.
    FontMappers.set(new NoFonts());
  }

  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (PDDocument document =
        Loader.loadPDF(bytes(content), IOUtils.createMemoryOnlyStreamCache())) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        throw new Unreadable(Reason.of("rejected.document-no-copying"));
      }
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      stripper.setPageEnd(PdfLines.PAGE_END);
      stripper.setEndPage(Limits.PARTS);
      BoundedText text = new BoundedText();
      stripper.writeText(document, text);
      PdfExtras extras = PdfExtras.of(document, reading.attachments());
      Map<String, String> fields = new LinkedHashMap<>(facts(document.getDocumentInformation()));
      fields.putAll(extras.fields());
      reading.found(content, PdfLines.read(text.toString()) + "\n\n" + extras.words(), fields);
      extras
          .files()
          .forEach((name, bytes) -> reading.inside(content.inside(name, bytes, Optional.empty())));
    } catch (InvalidPasswordException e) {
      throw Unreadable.locked();
    } catch (BoundedText.Full e) {
      throw Unreadable.large();
    }
  }

  private static RandomAccessRead bytes(Content content) throws IOException, Unreadable {
    Optional<Path> file = content.file();
    return file.isPresent()
        ? new RandomAccessReadBufferedFile(file.get().toFile())
        : new RandomAccessReadBuffer(content.bytes());
  }

  private static Map<String, String> facts(PDDocumentInformation facts) {
    return OfficeFacts.of(
        or(facts.getTitle()), or(facts.getAuthor()), date(facts.getCreationDate()));
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String date(@Nullable Calendar date) {
    return date == null ? "" : date.toInstant().toString();
  }
}
