package org.shilpi.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Kinds of files that hold texts for people rather than rows for programs.
public enum DocumentKind {
  PDF("pdf"),
  DOCX("docx", "docm", "dotx"),
  DOC("doc", "dot"),
  ODT("odt", "ott"),
  RTF("rtf"),
  PPTX("pptx", "pptm", "ppsx"),
  PPT("ppt", "pps"),
  ODP("odp"),
  ODS("ods"),
  XLS("xls"),
  EPUB("epub"),
  HTML("html", "htm", "xhtml"),
  XML("xml"),
  EML("eml"),
  MSG("msg"),
  MBOX("mbox"),
  ZIP("zip"),
  /// A plain text that is one text as a whole. Only where it is asked for, and inside of archives:
  /// a file of plain text counts as one text a line otherwise.
  TEXT("text", "txt", "md", "log");

  private static final int SCANNED = 1 << 16;
  private static final int LONGEST_SEPARATOR = 400;

  private static final Pattern MBOX_START = Pattern.compile("From \\S+.*\\d\\d:\\d\\d.*");
  private static final Pattern HTML_START =
      Pattern.compile("(?is)<(?:!doctype\\s+html|html|head|body|meta|title)\\b.*");
  private static final Pattern HEADER = Pattern.compile("[!-9;-~]+[ \t]*:.*");
  private static final Pattern MAIL_HEADER =
      Pattern.compile(
          "(?i)(return-path|received|from|to|cc|subject|date|message-id|reply-to|mime-version|content-type|content-transfer-encoding|delivered-to|x-[a-z0-9-]+)[ \t]*:.*");

  private final List<String> endings;

  DocumentKind(String... endings) {
    this.endings = List.of(endings);
  }

  /// The name by which a user asks for it.
  public String id() {
    return endings.getFirst();
  }

  public static Optional<DocumentKind> named(String id) {
    String lower = id.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.id().equals(lower)).findFirst();
  }

  /// What a file is by its first bytes, and by its name where these leave it open. Empty for tables
  /// and for everything unknown.
  public static Optional<DocumentKind> of(Path file) throws IOException {
    return of(FileStart.of(file).bytes(), TextEncoding.name(file));
  }

  /// @param start the first bytes of a file, or all of them
  /// @param name the file's name
  public static Optional<DocumentKind> of(byte[] start, String name) {
    String bytes =
        new String(start, 0, Math.min(start.length, SCANNED), StandardCharsets.ISO_8859_1);
    if (bytes.startsWith("PK\u0003\u0004")) {
      return Optional.of(zipped(bytes, name)).filter(format -> !name.endsWith(".xlsx"));
    }
    if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return compound(bytes)
          .or(() -> byEnding(name).filter(DocumentKind::isCompound))
          .or(() -> Optional.of(DOC));
    }
    if (bytes.substring(0, Math.min(1024, bytes.length())).contains("%PDF-")) {
      return Optional.of(PDF);
    }
    return written(text(start, bytes), name);
  }

  /// Whether the first bytes of a file are those of a text in any encoding.
  public static boolean isText(byte[] start) {
    return new FileStart(start).binaryKind().isEmpty();
  }

  private static DocumentKind zipped(String bytes, String name) {
    if (bytes.contains("mimetypeapplication/epub+zip")) {
      return EPUB;
    }
    if (bytes.contains("mimetypeapplication/vnd.oasis.opendocument.text")) {
      return ODT;
    }
    if (bytes.contains("mimetypeapplication/vnd.oasis.opendocument.presentation")) {
      return ODP;
    }
    if (bytes.contains("mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) {
      return ODS;
    }
    if (bytes.contains("word/document")) {
      return DOCX;
    }
    if (bytes.contains("ppt/slides/") || bytes.contains("ppt/presentation.xml")) {
      return PPTX;
    }
    return byEnding(name).filter(DocumentKind::isZipped).orElse(ZIP);
  }

  // Names of streams in a compound file (MS-CFB) stand there in UTF-16.
  private static Optional<DocumentKind> compound(String bytes) {
    if (bytes.contains(wide("WordDocument"))) {
      return Optional.of(DOC);
    }
    if (bytes.contains(wide("PowerPoint Document"))) {
      return Optional.of(PPT);
    }
    if (bytes.contains(wide("__properties_version1.0"))) {
      return Optional.of(MSG);
    }
    if (bytes.contains(wide("EncryptedPackage"))) {
      return Optional.of(DOC); // whose reader says what is the matter
    }
    return bytes.contains(wide("Workbook")) ? Optional.of(XLS) : Optional.empty();
  }

  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] start, String bytes) {
    return new FileStart(start)
        .marked()
        .map(charset -> new String(start, 0, bytes.length(), charset).substring(1))
        .orElse(bytes);
  }

  private static Optional<DocumentKind> written(String text, String name) {
    Optional<DocumentKind> ending = byEnding(name);
    if (text.startsWith("{\\rtf")) {
      return Optional.of(RTF);
    }
    String first = text.lines().findFirst().orElse("");
    first = first.substring(0, Math.min(first.length(), LONGEST_SEPARATOR));
    if (MBOX_START.matcher(first).matches()) {
      return Optional.of(MBOX);
    }
    if (HTML_START.matcher(root(text)).matches()) {
      return Optional.of(HTML);
    }
    if (text.stripLeading().startsWith("<?xml")) {
      return Optional.of(XML);
    }
    if (isMail(text)) {
      return Optional.of(EML);
    }
    return ending
        .map(format -> format == MSG ? EML : format)
        .filter(format -> format == HTML || format == XML || format == EML || format == MBOX);
  }

  // From the first tag on, behind what may stand before it.
  private static String root(String text) {
    String rest = text.stripLeading();
    while (rest.startsWith("<?") || rest.startsWith("<!--")) {
      int end = rest.indexOf(rest.startsWith("<?") ? "?>" : "-->");
      if (end < 0) {
        return "";
      }
      rest = rest.substring(rest.indexOf('>', end) + 1).stripLeading();
    }
    return rest;
  }

  // At least two of the headers that mails have, before anything that is no header.
  private static boolean isMail(String text) {
    int known = 0;
    for (String line : text.lines().limit(100).toList()) {
      if (line.isEmpty() || !HEADER.matcher(line).matches() && !line.matches("[ \t>].*")) {
        return known >= 2 && line.isEmpty();
      }
      if (MAIL_HEADER.matcher(line).matches()) {
        known++;
      }
    }
    return known >= 2;
  }

  private static Optional<DocumentKind> byEnding(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.endings.contains(ending)).findFirst();
  }

  private boolean isZipped() {
    return switch (this) {
      case DOCX, ODT, PPTX, ODP, ODS, EPUB -> true;
      default -> false;
    };
  }

  private boolean isCompound() {
    return switch (this) {
      case DOC, PPT, XLS, MSG -> true;
      default -> false;
    };
  }
}
