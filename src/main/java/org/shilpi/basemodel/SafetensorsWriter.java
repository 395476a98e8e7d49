package org.shilpi.basemodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes safetensors files, whole or not at all: a draft beside the target, synced to disk, then
/// renamed over it.
///
/// The same tensors give the same bytes whatever their order in the map: wider element types first
/// (so that every tensor stays aligned), then by name, as the reference implementation does.
public final class SafetensorsWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private SafetensorsWriter() {}

  /// @param metadata free text, kept in the header; empty for none
  /// @throws IOException if the file cannot be written; the target is then as it was
  public static void write(Path target, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file: " + target);
    }
    // Not a temporary file of Java's: only its owner could read it, then and as weights.
    String writer = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    Path draft = folder.resolve("." + target.getFileName() + "." + writer + ".draft");
    try {
      try (FileChannel out =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writeTo(out, tensors, metadata);
        out.force(true);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /// Writes what the file holds to anywhere.
  ///
  /// @throws IllegalArgumentException if a tensor gives more or fewer bytes than its shape tells
  static void writeTo(
      WritableByteChannel target, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Counted out = new Counted(target);
    SequencedMap<String, Tensor> ordered = ordered(tensors);
    writeFully(out, header(ordered, metadata));
    for (var entry : ordered.entrySet()) {
      long begin = out.written;
      entry.getValue().writeTo(out);
      if (out.written - begin != entry.getValue().bytes()) {
        throw new IllegalArgumentException(
            "%s of %s %s was given %d bytes"
                .formatted(
                    entry.getKey(),
                    entry.getValue().type(),
                    entry.getValue().shape(),
                    out.written - begin));
      }
    }
  }

  private static final class Counted implements WritableByteChannel {
    private final WritableByteChannel target;
    long written;

    Counted(WritableByteChannel target) {
      this.target = target;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int count = target.write(bytes);
      written += count;
      return count;
    }

    @Override
    public boolean isOpen() {
      return target.isOpen();
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }

  private static SequencedMap<String, Tensor> ordered(Map<String, Tensor> tensors) {
    List<Map.Entry<String, Tensor>> entries =
        tensors.entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, Tensor>>comparingInt(
                        entry -> -entry.getValue().type().bytes())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    SequencedMap<String, Tensor> ordered = new LinkedHashMap<>();
    entries.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
    return ordered;
  }

  private static ByteBuffer header(Map<String, Tensor> tensors, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectPropertyStart(SafetensorsHeader.METADATA);
        new TreeMap<>(metadata).forEach(json::writeStringProperty);
        json.writeEndObject();
      }
      long at = 0;
      for (var entry : tensors.entrySet()) {
        if (entry.getKey().equals(SafetensorsHeader.METADATA)) {
          throw new IllegalArgumentException("reserved name " + entry.getKey());
        }
        Tensor tensor = entry.getValue();
        json.writeObjectPropertyStart(entry.getKey());
        json.writeStringProperty("dtype", tensor.type().name());
        json.writeArrayPropertyStart("shape");
        tensor.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("data_offsets");
        json.writeNumber(at);
        at = Math.addExact(at, tensor.bytes());
        json.writeNumber(at);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    // Spaces up to a multiple of eight, so that the data is aligned in the mapping.
    bytes.writeBytes(" ".repeat(-bytes.size() & 7).getBytes(StandardCharsets.US_ASCII));
    if (bytes.size() > Safetensors.LONGEST_HEADER) {
      throw new IllegalArgumentException("too many tensors for one file: " + tensors.size());
    }
    return ByteBuffer.allocate(Long.BYTES + bytes.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(bytes.size())
        .put(bytes.toByteArray())
        .flip();
  }

  private static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
