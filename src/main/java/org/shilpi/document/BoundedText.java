package org.shilpi.document;

import java.io.IOException;
import java.io.Serial;
import java.io.Writer;

/// Collects text up to what a row may hold.
final class BoundedText extends Writer {
  /// There is more than that.
  static final class Full extends IOException {
    @Serial private static final long serialVersionUID = 1L;
  }

  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] found, int start, int length) throws IOException {
    text.append(found, start, length);
    if (text.length() > Limits.TEXT) {
      throw new Full();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
