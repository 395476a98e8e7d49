package org.shilpi.djl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Vectors of texts on disk, so that no text goes through the same base model twice.
///
/// A folder for each way of making vectors; in it, files that are written whole and never changed,
/// so several processes may share it and it may be emptied at any time.
final class EmbeddingCache {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddingCache.class);

  /// The first half of a text's SHA-256.
  record Key(long high, long low) {
    static Key of(String text) {
      try {
        ByteBuffer hash =
            ByteBuffer.wrap(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Key(hash.getLong(), hash.getLong());
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }

  private final Path folder;
  private final int width;

  /// @param folder for vectors made this way (base model, most tokens) and no other
  /// @param width numbers in a vector
  EmbeddingCache(Path folder, int width) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.width = width;
  }

  /// Those of the wanted vectors that are there.
  Map<Key, float[]> find(Set<Key> wanted) throws IOException {
    Map<Key, float[]> found = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.safetensors")) {
      for (Path file : files) {
        try {
          read(file, wanted, found);
        } catch (Problem | IOException | IllegalArgumentException e) {
          LOG.warn("{} is damaged and is made again: {}", file, e.toString());
          Files.deleteIfExists(file);
        }
      }
    }
    return found;
  }

  private void read(Path file, Set<Key> wanted, Map<Key, float[]> found) throws IOException {
    try (Safetensors saved = Safetensors.open(file)) {
      LongBuffer keys = saved.longs("keys");
      FloatBuffer vectors = saved.floats("vectors");
      if (vectors.remaining() != (long) keys.remaining() / 2 * width) {
        throw new IllegalArgumentException("vectors of another width");
      }
      for (int i = 0; keys.hasRemaining(); i++) {
        Key key = new Key(keys.get(), keys.get());
        if (wanted.contains(key)) {
          float[] vector = new float[width];
          vectors.get(i * width, vector);
          found.put(key, vector);
        }
      }
    }
  }

  void add(List<Key> keys, List<float[]> vectors) throws IOException {
    long[] names = new long[2 * keys.size()];
    float[] values = new float[width * keys.size()];
    for (int i = 0; i < keys.size(); i++) {
      names[2 * i] = keys.get(i).high();
      names[2 * i + 1] = keys.get(i).low();
      System.arraycopy(vectors.get(i), 0, values, i * width, width);
    }
    SafetensorsWriter.write(
        folder.resolve("%016x-%d.safetensors".formatted(names[0], keys.size())),
        Map.of(
            "keys", Tensor.longs(new long[] {keys.size(), 2}, names),
            "vectors", Tensor.floats(new long[] {keys.size(), width}, values)),
        Map.of());
  }
}
