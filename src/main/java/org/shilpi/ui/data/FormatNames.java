package org.shilpi.ui.data;

import java.util.Locale;
import org.shilpi.text.Messages;

/// What a format is called in the window.
final class FormatNames {
  private FormatNames() {}

  /// @param id of a format, see [org.shilpi.data.Format#id]
  static String of(String id, Messages words) {
    return words.of(
        switch (id) {
          case "csv" -> "window.data.format.csv";
          case "tsv" -> "window.data.format.tsv";
          case "xlsx" -> "window.data.format.xlsx";
          case "parquet" -> "window.data.format.parquet";
          case "json" -> "window.data.format.json";
          case "jsonl" -> "window.data.format.jsonl";
          case "txt" -> "window.data.format.txt";
          case "labelstudio" -> "window.data.format.labelstudio";
          case "doccano" -> "window.data.format.doccano";
          case "spacy" -> "window.data.format.spacy";
          case "presidio" -> "window.data.format.presidio";
          case "nlupp" -> "window.data.format.nlupp";
          case "conll" -> "window.data.format.conll";
          case "fasttext" -> "window.data.format.fasttext";
          case "log" -> "window.data.format.log";
          case "log-records" -> "window.data.format.log-records";
          case "text" -> "window.data.format.text";
          case "eml", "msg", "mbox" -> "window.data.format.mail";
          case "html" -> "window.data.format.html";
          case "doc", "docx", "odt", "rtf" -> "window.data.format.letter";
          case "ppt", "pptx", "odp" -> "window.data.format.slides";
          case "xls", "ods" -> "window.data.format.sheets";
          case "epub" -> "window.data.format.book";
          case "zip" -> "window.data.format.archive";
          default -> "window.data.format.document";
        },
        id.toUpperCase(Locale.ROOT));
  }
}
