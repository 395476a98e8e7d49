package org.shilpi.basemodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.shilpi.job.JobContext;

/// SHA-256 of files, also on the way from one place to another.
final class Sha256 {
  private static final int CHUNK = 1 << 18;

  private Sha256() {}

  /// @return 64 lower-case hexadecimal digits
  static String of(Path file, JobContext context) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return pump(in, OutputStream.nullOutputStream(), context);
    }
  }

  /// Writes a stream to a new file, synced to disk, and tells the hash of what went through.
  static String copy(InputStream in, Path target, JobContext context) throws IOException {
    try (FileChannel channel =
            FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      String hash = pump(in, out, context);
      channel.force(true);
      return hash;
    }
  }

  /// What a writer of bytes writes.
  @FunctionalInterface
  interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  /// The hash of what would be written.
  static String of(Writing writing) throws IOException {
    MessageDigest digest = digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      writing.writeTo(out);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must have SHA-256", e);
    }
  }

  private static String pump(InputStream in, OutputStream out, JobContext context)
      throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      context.checkCancelled();
      digest.update(chunk, 0, n);
      out.write(chunk, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
