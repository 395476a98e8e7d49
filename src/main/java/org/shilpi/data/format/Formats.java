package org.shilpi.data.format;

import java.util.ArrayList;
import java.util.List;
import org.shilpi.data.DocumentFormat;
import org.shilpi.data.DocumentKind;
import org.shilpi.data.Documents;
import org.shilpi.data.Format;
import org.shilpi.data.labeled.ConllFormat;
import org.shilpi.data.labeled.FastText;
import org.shilpi.data.labeled.RecordFormat;
import org.shilpi.data.log.LogFormat;
import org.shilpi.data.parquet.ParquetFormat;
import org.shilpi.data.table.CsvFormat;
import org.shilpi.data.table.JsonFormat;
import org.shilpi.data.table.LinesFormat;
import org.shilpi.data.table.TsvFormat;
import org.shilpi.data.xlsx.XlsxFormat;

/// What files can be read: the surest of themselves first.
public final class Formats {
  private static final Format XLSX = new XlsxFormat();

  /// Tables and labeled texts.
  public static final List<Format> ALL = all();

  private Formats() {}

  /// Tables, labeled texts, and documents.
  ///
  /// @param attachments see [DocumentFormat]
  public static List<Format> with(Documents documents, boolean attachments) {
    List<Format> formats = new ArrayList<>();
    // A workbook would pass for any zip.
    formats.add(XLSX);
    for (DocumentKind kind : DocumentKind.values()) {
      formats.add(new DocumentFormat(kind, documents, attachments));
    }
    ALL.stream().filter(format -> !formats.contains(format)).forEach(formats::add);
    return List.copyOf(formats);
  }

  private static List<Format> all() {
    List<Format> formats = new ArrayList<>();
    formats.add(XLSX);
    formats.add(new ParquetFormat());
    formats.addAll(RecordFormat.all());
    formats.add(JsonFormat.lines());
    formats.add(JsonFormat.list());
    formats.add(new ConllFormat());
    formats.add(new FastText());
    formats.add(LogFormat.templates());
    formats.add(LogFormat.records());
    formats.add(new LinesFormat());
    formats.add(new TsvFormat());
    formats.add(new CsvFormat());
    return List.copyOf(formats);
  }
}
