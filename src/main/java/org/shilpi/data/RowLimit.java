package org.shilpi.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serial;

/// Stops a reader that reads on and on within one record. Parsers read ahead by a buffer, so the
/// limit is kept to within that.
public final class RowLimit extends FilterReader {
  /// The record is longer than [RowReader#LONGEST_ROW].
  public static final class RowTooLong extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private long sinceRow;

  public RowLimit(Reader in) {
    super(in);
  }

  /// A new record begins.
  public void startRow() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int c = in.read();
    count(c < 0 ? 0 : 1);
    return c;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws IOException {
    sinceRow += read;
    if (sinceRow > RowReader.LONGEST_ROW) {
      throw new RowTooLong();
    }
  }
}
