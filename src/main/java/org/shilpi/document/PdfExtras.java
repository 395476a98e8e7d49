package org.shilpi.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.common.filespecification.PDFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTerminalField;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a PDF holds beside its pages. A part of it that is broken is left out.
final class PdfExtras {
  private static final Logger LOG = LoggerFactory.getLogger(PdfExtras.class);
  private static final int DEEPEST = 16;

  private final boolean read;
  private final StringBuilder words = new StringBuilder();
  private final Set<String> links = new LinkedHashSet<>();
  private final Set<String> attachments = new LinkedHashSet<>();
  private final Map<String, byte[]> files = new TreeMap<>();

  private PdfExtras(boolean read) {
    this.read = read;
  }

  /// @param read whether embedded files are wanted with their bytes
  static PdfExtras of(PDDocument document, boolean read) throws Unreadable {
    PdfExtras extras = new PdfExtras(read);
    int pages = 0;
    for (PDPage page : document.getPages()) {
      if (++pages > Limits.PARTS) {
        break;
      }
      extras.notes(page);
    }
    extras.form(document);
    extras.embedded(document);
    return extras;
  }

  String words() {
    return words.toString();
  }

  Map<String, byte[]> files() {
    return files;
  }

  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Fields.LINKS, String.join("\n", links));
    fields.put(Fields.ATTACHMENTS, String.join("\n", attachments));
    return fields;
  }

  private void notes(PDPage page) throws Unreadable {
    try {
      for (PDAnnotation note : page.getAnnotations()) {
        if (note instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI uri) {
          links.add(String.valueOf(uri.getURI()));
        } else if (note instanceof PDAnnotationFileAttachment file) {
          add(file.getFile());
        }
        if (note.getContents() != null) {
          words.append(note.getContents()).append('\n');
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("notes are left out", e);
    }
  }

  private void form(PDDocument document) {
    try {
      PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
      if (form == null) {
        return;
      }
      for (PDField field : form.getFieldTree()) {
        String value = field instanceof PDTerminalField ? field.getValueAsString() : "";
        if (value != null && !value.isBlank() && !value.equals("Off")) {
          words.append(name(field)).append(": ").append(value).append('\n');
        }
      }
    } catch (RuntimeException e) {
      LOG.debug("the form is left out", e);
    }
  }

  // What a reader is told about a field, else its name without the number that programs add.
  private static String name(PDField field) {
    String told = field.getAlternateFieldName();
    return told != null && !told.isBlank()
        ? told.strip()
        : String.valueOf(field.getPartialName()).replaceFirst("\\[\\d+]$", "");
  }

  private void embedded(PDDocument document) throws Unreadable {
    try {
      PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
      if (names != null && names.getEmbeddedFiles() != null) {
        embedded(names.getEmbeddedFiles(), DEEPEST);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("embedded files are left out", e);
    }
  }

  private void embedded(PDNameTreeNode<PDComplexFileSpecification> node, int deep)
      throws IOException, Unreadable {
    var here = node.getNames();
    if (here != null) {
      for (PDComplexFileSpecification file : here.values()) {
        add(file);
      }
    }
    var below = node.getKids();
    if (below != null && deep > 0) {
      for (var kid : below) {
        embedded(kid, deep - 1);
      }
    }
  }

  private void add(@Nullable PDFileSpecification found) throws IOException, Unreadable {
    PDEmbeddedFile file =
        found instanceof PDComplexFileSpecification complex ? complex.getEmbeddedFile() : null;
    if (found == null || file == null) {
      return;
    }
    String name = Words.field(String.valueOf(found.getFile()));
    String type = file.getSubtype() == null ? "application/octet-stream" : file.getSubtype();
    attachments.add(name + " (" + type + ", " + file.getSize() + ")");
    if (read && files.size() < Limits.PARTS) {
      try (var in = file.createInputStream()) {
        byte[] bytes = in.readNBytes(Limits.DOCUMENT + 1);
        if (bytes.length > Limits.DOCUMENT) {
          throw Unreadable.large();
        }
        files.put(name, bytes);
      }
    }
  }
}
