package org.shilpi.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/// What tells one file's content from any other's.
public final class ContentHash {
  private static final int CHUNK = 1 << 16;

  private ContentHash() {}

  /// The SHA-256 of a file's bytes, 64 hexadecimal digits.
  public static String of(Path file) throws IOException {
    MessageDigest digest = TextKey.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
