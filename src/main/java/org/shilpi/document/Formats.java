package org.shilpi.document;

import java.io.IOException;
import org.shilpi.data.DocumentKind;

/// Which reader takes which format.
final class Formats {
  /// Takes the texts out of files of one format.
  interface Format {
    void read(Content content, Reading reading) throws IOException, Unreadable;
  }

  private Formats() {}

  static Format of(DocumentKind format) {
    return switch (format) {
      case EML -> new MailFormat();
      case MBOX -> new MboxFormat();
      case MSG -> new MsgFormat();
      case HTML -> new HtmlFormat();
      case XML -> new XmlFormat();
      case PDF -> new PdfFormat();
      case RTF -> new RtfFormat();
      case DOCX -> new DocxFormat();
      case PPTX -> new PptxFormat();
      case ODT, ODP, ODS -> new OpenDocumentFormat();
      case DOC, PPT, XLS -> new CompoundFormat();
      case EPUB -> new EpubFormat();
      case ZIP -> new ZipFormat();
      case TEXT -> new TextFormat();
    };
  }
}
