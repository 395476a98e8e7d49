package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;

/// The weights of somebody's folder, and the one safetensors file that the catalogue makes of them.
record PublishedWeights(Path folder, WeightsLayout layout) {
  private static final Map<String, String> METADATA = Map.of("format", "pt");

  /// @throws Problem if there are none
  static PublishedWeights in(Path folder) {
    WeightsLayout layout = WeightsLayout.of(folder).orElse(WeightsLayout.SAFETENSORS);
    ModelFolder.requirePlainFile(folder.resolve(layout.entry()));
    return new PublishedWeights(folder, layout);
  }

  /// @throws Problem if they are damaged, or hold anything but tensors
  TensorSource open() throws IOException {
    return layout.open(folder.resolve(layout.entry()));
  }

  /// Whether the catalogue keeps them byte for byte.
  boolean isKept() {
    return layout == WeightsLayout.SAFETENSORS;
  }

  List<String> files() throws IOException {
    return layout.files(folder);
  }

  /// Bytes of all their files.
  long bytes() throws IOException {
    long bytes = 0;
    for (String file : files()) {
      bytes += Files.size(folder.resolve(file));
    }
    return bytes;
  }

  /// SHA-256 of the file in the catalogue, whether or not it was written yet.
  String sha256(JobContext context) throws IOException {
    return isKept()
        ? Sha256.of(folder.resolve(layout.entry()), context)
        : Sha256.of(out -> convert(Channels.newChannel(out), context));
  }

  /// Writes them as one safetensors file: every tensor under its name and in its type, row-major.
  void convert(WritableByteChannel out, JobContext context) throws IOException {
    try (TensorSource weights = open()) {
      Map<String, Tensor> tensors = new HashMap<>();
      for (String name : weights.names()) {
        tensors.put(name, stoppable(weights.tensor(name), context));
      }
      SafetensorsWriter.writeTo(out, tensors, METADATA);
    }
  }

  private static Tensor stoppable(Tensor tensor, JobContext context) {
    return new Tensor(
        tensor.type(),
        tensor.shape().stream().mapToLong(Long::longValue).toArray(),
        out -> {
          context.checkCancelled();
          tensor.writeTo(out);
        });
  }

  /// SHA-256 of each file they came in; empty where the catalogue keeps that very file.
  Map<String, String> originals(JobContext context) throws IOException {
    Map<String, String> hashes = new HashMap<>();
    if (!isKept()) {
      for (String file : files()) {
        hashes.put(file, Sha256.of(folder.resolve(file), context));
      }
    }
    return hashes;
  }
}
