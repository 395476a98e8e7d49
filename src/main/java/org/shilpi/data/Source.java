package org.shilpi.data;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file while it is being read: its bytes or characters, and how far the reading has come.
public final class Source implements Closeable {
  private final Path path;
  private final Optional<TextEncoding> encoding;
  private final CountingStream bytes;
  private final double size;

  Source(Path path, Optional<TextEncoding> encoding) throws IOException {
    this.path = path;
    this.encoding = encoding;
    this.size = Math.max(1, Files.size(path));
    this.bytes = new CountingStream(Files.newInputStream(path));
  }

  public Path path() {
    return path;
  }

  public String name() {
    return TextEncoding.name(path);
  }

  /// All characters of a text file, strictly decoded. To be asked for once.
  public Reader characters() throws IOException {
    return encoding
        .orElseThrow(() -> new IllegalStateException(path + " holds no characters"))
        .reader(new BufferedInputStream(bytes(), 1 << 16));
  }

  /// All bytes. To be asked for once.
  public InputStream bytes() {
    return bytes;
  }

  /// The part of the file that was read, from 0 to 1.
  public double share() {
    return Math.min(1, bytes.count() / size);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
