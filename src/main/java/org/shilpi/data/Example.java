package org.shilpi.data;

/// One text of a project.
///
/// @param id number of the example in its project, from 1; 0 before it is stored
/// @param text the text as it was found, never blank
/// @param split what the user decided for it when it came in
/// @param source name of the file it came from
/// @param row where in the file: record number from 1 (the header is not counted)
/// @param origin what else is known of where it comes from
public record Example(long id, String text, Split split, String source, long row, Origin origin) {
  public Example {
    if (text.isBlank()) {
      throw new IllegalArgumentException("an example needs a text");
    }
  }

  /// Of which nothing but file and row is known.
  public Example(long id, String text, Split split, String source, long row) {
    this(id, text, split, source, row, Origin.UNKNOWN);
  }
}
