package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.Problem;

/// The ways in which a Hugging Face folder keeps its weights, in the order in which the
/// transformers library looks for them.
enum WeightsLayout {
  SAFETENSORS("model.safetensors", null) {
    @Override
    TensorSource open(Path file) throws IOException {
      return Safetensors.open(file);
    }
  },
  SAFETENSORS_SHARDS("model.safetensors.index.json", ".safetensors") {
    @Override
    TensorSource open(Path index) throws IOException {
      return ShardedWeights.open(index, ".safetensors", Safetensors::open);
    }
  },
  PICKLE("pytorch_model.bin", null) {
    @Override
    TensorSource open(Path file) throws IOException {
      return TorchFile.open(file);
    }
  },
  PICKLE_SHARDS("pytorch_model.bin.index.json", ".bin") {
    @Override
    TensorSource open(Path index) throws IOException {
      return ShardedWeights.open(index, ".bin", TorchFile::open);
    }
  };

  private final String entry;
  private final @Nullable String shards;

  /// @param shards how the names of the files that an index names end; null if it is no index
  WeightsLayout(String entry, @Nullable String shards) {
    this.entry = entry;
    this.shards = shards;
  }

  /// The layout of a folder; empty if it has no weights.
  static Optional<WeightsLayout> of(Path folder) {
    return Arrays.stream(values())
        .filter(layout -> Files.exists(folder.resolve(layout.entry), LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  /// The weights among a folder's files: the entry of its layout, and all files that may be shards.
  static Stream<String> wanted(Collection<String> names) {
    return Arrays.stream(values())
        .filter(layout -> names.contains(layout.entry))
        .limit(1)
        .flatMap(layout ->
            Stream.concat(Stream.of(layout.entry), names.stream().filter(layout::mayBeShard)));
  }

  private boolean mayBeShard(String name) {
    return shards != null && !name.contains("/") && name.endsWith(shards);
  }

  /// The file to open: the weights themselves or their index.
  String entry() {
    return entry;
  }

  /// @param entry path of [#entry()]
  /// @throws Problem if the weights are damaged, or hold anything but tensors
  abstract TensorSource open(Path entry) throws IOException;

  /// All files the weights are in.
  List<String> files(Path folder) throws IOException {
    List<String> files = new ArrayList<>(List.of(entry));
    if (shards != null) {
      files.addAll(ShardedWeights.files(folder.resolve(entry), shards));
    }
    return files;
  }
}
