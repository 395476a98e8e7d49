package org.shilpi.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What tells one base model from another.
///
/// @param weights SHA-256 of `model.safetensors`, 64 hexadecimal digits: the one that people see
/// @param all SHA-256 over all files that the model's vectors depend on
record ModelHash(String weights, String all) {
  private static final List<String> FILES =
      List.of("model.safetensors", "config.json", "tokenizer.json", "modules.json");

  /// @param folder a Hugging Face folder
  static ModelHash of(Path folder) throws IOException {
    MessageDigest together = sha256();
    String weights = "";
    for (String name : FILES) {
      Path file = folder.resolve(name);
      byte[] hash = Files.exists(file) ? hash(file) : new byte[0];
      together.update((byte) hash.length);
      together.update(hash);
      if (weights.isEmpty()) {
        weights = HexFormat.of().formatHex(hash);
      }
    }
    if (Modules.read(folder).pooling().kind() == Pooling.Kind.CLS) {
      together.update((byte) 1);
    }
    return new ModelHash(weights, HexFormat.of().formatHex(together.digest()));
  }

  private static byte[] hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    }
    return digest.digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
