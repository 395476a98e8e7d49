package org.shilpi.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where a text comes from, beside its file and row: what slices, splits by time or by thread, and
/// drift are made of.
///
/// @param fields name to value in the order of the file; the names below mean the same whatever the
///   format, others are the file's own column or header names
public record Origin(Map<String, String> fields) {
  /// The path inside a folder or archive, with `/`.
  public static final String PATH = "path";

  /// When it was written: ISO-8601, as `2026-05-12` or with time and zone `2026-05-12T14:06:00Z`.
  public static final String DATE = "date";

  /// Who wrote it: an address or a name.
  public static final String SENDER = "sender";

  /// What belongs together and must never be split: a mail thread, a ticket, a patient.
  public static final String GROUP = "group";

  /// What is shown above the text: a subject, a headline.
  public static final String TITLE = "title";

  /// The text's own name in the system that it comes from.
  public static final String ID = "id";

  /// The part that the file itself decides for it, as [Split#id] writes it.
  public static final String SPLIT = "split";

  // Their meaning is told from their names when the table comes in again.
  private static final Set<String> KNOWN = Set.of(DATE, SENDER, GROUP, TITLE, ID, SPLIT);

  public static final Origin UNKNOWN = new Origin(Map.of());

  public Origin {
    // Map.copyOf would lose the order.
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// What a table that we write calls the column of a field: a file's own are told from text and
  /// label.
  public static String column(String field) {
    return KNOWN.contains(field) ? field : Roles.OWN + field;
  }

  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
