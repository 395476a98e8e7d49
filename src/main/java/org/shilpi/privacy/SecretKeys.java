package org.shilpi.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.shilpi.job.Problem;
import org.shilpi.project.AtomicFile;

/// A project's key of 256 bits in a file of its own, which only its owner may read. Without the
/// file, what was made with the key can neither be undone nor be made again.
public final class SecretKeys {
  private static final int BYTES = 32;
  private static final int SHOWN = 8;

  private SecretKeys() {}

  /// The key in a file; a new one if there is no file.
  ///
  /// @throws Problem if the file holds something else
  public static SecretKey at(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    byte[] key;
    try {
      key = HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.privacy.key", file.toString());
    }
    if (key.length != BYTES) {
      throw Problem.of("problem.privacy.key", file.toString());
    }
    return new SecretKeySpec(key, "AES");
  }

  private static void create(Path file) throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
      if (posix) {
        // Before the key is in it, so that nobody can be quicker.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    byte[] key;
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES");
      generator.init(BYTES * Byte.SIZE);
      key = generator.generateKey().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes AES keys", e);
    }
    AtomicFile.write(
        file,
        out ->
            out.write((HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII)));
    if (posix) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /// HMAC-SHA256, 32 bytes.
  ///
  /// @param use keeps apart what is made for different ends
  static byte[] hmac(SecretKey key, String use, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      mac.update(use.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }

  /// What tells values apart without telling them.
  public static long mark(SecretKey key, Kind kind, String value) {
    return ByteBuffer.wrap(hmac(key, "mark " + kind.id(), StandIns.alike(value))).getLong();
  }

  /// Tells keys apart without telling them: 16 hexadecimal digits.
  public static String fingerprint(SecretKey key) {
    return HexFormat.of().formatHex(hmac(key, "fingerprint", ""), 0, SHOWN);
  }
}
