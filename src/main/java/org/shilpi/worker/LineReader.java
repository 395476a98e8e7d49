package org.shilpi.worker;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of UTF-8 text, of which those that are too long are skipped, so that nothing a process
/// prints can fill the memory of the one that reads.
final class LineReader implements Closeable {
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[8192];
  private int next;
  private int end;

  /// @param longest most bytes of a line that is kept
  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /// The next line without its end, or null at the end of the stream.
  @Nullable String next() throws IOException {
    var line = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (true) {
      if (next == end) {
        next = 0;
        end = Math.max(0, in.read(buffer));
        if (end == 0) {
          return line.size() == 0 || tooLong ? null : line.toString(StandardCharsets.UTF_8);
        }
      }
      int from = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      tooLong |= line.size() + next - from > longest;
      if (!tooLong) {
        line.write(buffer, from, next - from);
      }
      if (next < end) {
        next++;
        if (!tooLong) {
          return line.toString(StandardCharsets.UTF_8);
        }
        line.reset();
        tooLong = false;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
