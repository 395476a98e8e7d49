package org.shilpi.document;

/// How much one file may hold, so that it fits into a process of 384 MiB.
final class Limits {
  private static final int MEBI = 1 << 20;

  /// Most bytes of a document that is read as a whole, of a mail in a box, of a file in an archive.
  static final int DOCUMENT = 64 * MEBI;

  /// Most bytes that come out of one archive, all of its files and theirs together.
  static final long ARCHIVE = 1024L * MEBI;

  /// Most files in an archive, parts of a mail, slides of a talk.
  static final int PARTS = 10_000;

  /// Most files that come out of one archive, with those of all archives and documents in it.
  static final int FILES = 50_000;

  /// Most archives within archives, mails within mails.
  static final int DEPTH = 6;

  /// Longest text in characters, below what a row may have.
  static final int TEXT = 9_000_000;

  /// Longest value of a field in characters.
  static final int FIELD = 4_000;

  private Limits() {}

  static String mebibytes(long bytes) {
    return Long.toString(bytes / MEBI);
  }
}
