package org.shilpi.basemodel;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.shilpi.job.Problem;

/// Named tensors of a file that PyTorch saved (`pytorch_model.bin`), memory-mapped: opening reads
/// only the pickle with the names ([Unpickler]) and looks at no value.
///
/// Both formats are read: the zip file of PyTorch 1.6 and later ([TorchZip]) and the run of pickles
/// before that ([TorchPickles]). Safe for use by several threads.
final class TorchFile implements TensorSource {
  /// Tied weights are in a model under two names at most.
  private static final int MOST_SHARING = 2;

  /// Where the storages of a file lie.
  interface Storages {
    /// @return the storage's bytes, as many as it tells
    /// @throws Problem if the file does not hold it
    MemorySegment find(TorchStorage storage);
  }

  private record Held(TorchTensor tensor, MemorySegment storage) {}

  private final MappedFile file;
  private final SequencedMap<String, Held> tensors;

  private TorchFile(MappedFile file, SequencedMap<String, Held> tensors) {
    this.file = file;
    this.tensors = tensors;
  }

  /// @throws Problem if this is no sound file of named tensors, or asks for anything else
  static TorchFile open(Path path) throws IOException {
    MappedFile file = MappedFile.open(path);
    try {
      SequencedMap<String, Held> tensors;
      if (TorchZip.accepts(file)) {
        TorchZip zip = TorchZip.read(file);
        tensors = located(file, zip.pickle(), zip);
      } else if (TorchPickles.accepts(file)) {
        TorchPickles pickles = TorchPickles.read(file);
        tensors = located(file, pickles.content(), pickles);
      } else {
        throw Problem.of("problem.basemodel.pickle.foreign", file.name());
      }
      return new TorchFile(file, tensors);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SequencedMap<String, Held> located(
      MappedFile file, Object content, Storages storages) {
    if (!(content instanceof Map<?, ?> dictionary)) {
      throw Problem.of("problem.basemodel.pickle.content", file.name(), "?");
    }
    SequencedMap<String, Held> tensors = new LinkedHashMap<>();
    long bytes = 0;
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (!(entry.getValue() instanceof TorchTensor tensor)) {
        throw Problem.of("problem.basemodel.pickle.content", file.name(), name);
      }
      tensors.put(name, new Held(tensor, storages.find(tensor.storage())));
      bytes += tensor.bytes();
      // A few bytes must not become a disk full of copies.
      if (bytes > MOST_SHARING * file.size()) {
        throw Problem.of("problem.basemodel.pickle.shared", file.name(), name);
      }
    }
    return tensors;
  }

  @Override
  public String file() {
    return file.name();
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(tensors.sequencedKeySet());
  }

  @Override
  public TensorType type(String name) {
    return held(name).tensor().type();
  }

  @Override
  public List<Long> shapeOf(String name) {
    return held(name).tensor().shape();
  }

  @Override
  public FloatBuffer floats(String name) {
    return type(name).floats(Tensor.buffer(values(name), file(), name));
  }

  @Override
  public Tensor tensor(String name) {
    return Tensor.mapped(type(name), shapeOf(name), () -> values(name));
  }

  private MemorySegment values(String name) {
    Held held = held(name);
    try {
      return held.tensor().values(held.storage());
    } catch (IllegalArgumentException e) {
      throw Problem.causedBy(e, "problem.basemodel.weights.big", file(), name);
    }
  }

  private Held held(String name) {
    Held held = tensors.get(name);
    if (held == null) {
      throw new IllegalArgumentException(file() + " has no tensor " + name);
    }
    return held;
  }

  @Override
  public void close() {
    file.close();
  }
}
