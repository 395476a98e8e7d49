package org.shilpi.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.POIDocument;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.extractor.Word6Extractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.shilpi.data.Reason;

/// Word, PowerPoint and Excel as they were before 2007 ([MS-DOC], [MS-PPT], [MS-XLS]). What a
/// password protects is such a file too, whatever it is named.
final class CompoundFormat implements Formats.Format {
  @Override
  public void read(Content content, Reading reading) throws IOException, Unreadable {
    try (InputStream in = content.stream();
        POIFSFileSystem files = new POIFSFileSystem(in)) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
        throw Unreadable.locked();
      }
      if (root.hasEntryCaseInsensitive("WordDocument")) {
        word(content, root, reading);
      } else if (root.hasEntryCaseInsensitive("PowerPoint Document")) {
        talk(content, root, reading);
      } else if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
        tables(content, root, reading);
      } else if (root.hasEntryCaseInsensitive("__properties_version1.0")) {
        new MsgFormat().read(content, reading);
      } else {
        throw new Unreadable(Reason.of("rejected.document-unknown"));
      }
    } catch (EncryptedDocumentException e) {
      throw Unreadable.locked();
    }
  }

  private static void word(Content content, DirectoryNode root, Reading reading)
      throws IOException, Unreadable {
    try (HWPFDocument document = new HWPFDocument(root);
        WordExtractor words = new WordExtractor(document)) {
      String text =
          String.join("", words.getParagraphText())
              + String.join("", words.getFootnoteText())
              + String.join("", words.getEndnoteText())
              + String.join("", words.getCommentsText())
              + String.join("", words.getMainTextboxText());
      reading.found(content, plain(text), facts(document));
    } catch (OldWordFileFormatException e) {
      try (HWPFOldDocument document = new HWPFOldDocument(root);
          Word6Extractor words = new Word6Extractor(document)) {
        reading.found(content, plain(words.getText()), facts(document));
      }
    }
  }

  // Cells end with a control character; fields carry their instructions before their result.
  private static String plain(String text) {
    return WordExtractor.stripFields(text).replace('\u0007', '\t');
  }

  private static void talk(Content content, DirectoryNode root, Reading reading)
      throws IOException, Unreadable {
    try (HSLFSlideShow slides = new HSLFSlideShow(root);
        var words = new SlideShowExtractor<>(slides)) {
      words.setNotesByDefault(true);
      words.setCommentsByDefault(true);
      reading.found(content, words.getText(), facts(slides.getSlideShowImpl()));
    }
  }

  private static void tables(Content content, DirectoryNode root, Reading reading)
      throws IOException, Unreadable {
    try (HSSFWorkbook book = new HSSFWorkbook(root, false);
        ExcelExtractor words = new ExcelExtractor(book)) {
      words.setIncludeCellComments(true);
      words.setIncludeHeadersFooters(false);
      reading.found(content, words.getText(), facts(book));
    } catch (OldExcelFormatException e) {
      throw new Unreadable(Reason.of("rejected.document-unknown"));
    }
  }

  private static Map<String, String> facts(POIDocument document) {
    Optional<SummaryInformation> facts = Optional.ofNullable(document.getSummaryInformation());
    return OfficeFacts.of(
        facts.map(SummaryInformation::getTitle).orElse(""),
        facts.map(SummaryInformation::getAuthor).orElse(""),
        facts
            .map(SummaryInformation::getCreateDateTime)
            .map(Date::toInstant)
            .map(Object::toString)
            .orElse(""));
  }
}
