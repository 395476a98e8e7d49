package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedSet;
import org.shilpi.job.Problem;

/// Named tensors of a model, in whatever files its publisher keeps them.
///
/// Nothing of a file is ever executed, and all of its structure is checked when it is opened.
/// Buffers may be views of a mapping: copy what must outlive [#close()].
public interface TensorSource extends AutoCloseable {
  /// Opens the weights of a Hugging Face folder: safetensors or PyTorch's own format, in one file
  /// or several with an index.
  ///
  /// @throws Problem if there are none, or they are damaged
  /// @throws IOException if they cannot be read
  static TensorSource open(Path folder) throws IOException {
    WeightsLayout layout = WeightsLayout.of(folder).orElse(WeightsLayout.SAFETENSORS);
    return layout.open(folder.resolve(layout.entry()));
  }

  /// What to call it in a problem: a file's name.
  String file();

  /// Names in the order of the file.
  SequencedSet<String> names();

  TensorType type(String name);

  /// Sizes, outermost first; empty for a scalar.
  List<Long> shapeOf(String name);

  /// Number of elements.
  default long size(String name) {
    return TensorEntry.elements(shapeOf(name));
  }

  /// The values as 32-bit floats in row-major order: a view where the file holds just these, else a
  /// rounded or widened copy.
  ///
  /// @throws IllegalArgumentException if the tensor holds whole numbers
  /// @throws Problem if the tensor is larger than 2 GiB
  FloatBuffer floats(String name);

  /// The tensor in its own type, on its way into another file; it reads this source when written.
  Tensor tensor(String name);

  @Override
  void close();
}
