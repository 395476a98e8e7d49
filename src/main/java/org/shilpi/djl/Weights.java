package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.shilpi.basemodel.ModelConfig;
import org.shilpi.basemodel.ModelTensors;
import org.shilpi.basemodel.Tensor;
import org.shilpi.basemodel.TensorSource;

/// Moves weights between safetensors files and native memory, one array at a time and without a
/// copy on the Java heap.
final class Weights {
  private Weights() {}

  /// The tensors of an encoder in a Hugging Face folder, and its heads where the file has them, as
  /// fp32, under the argument `W` and their plain names (see [ModelTensors]).
  static Dict read(ModelConfig config, Path folder, NDManager manager) throws IOException {
    Dict weights = new Dict("W");
    try (TensorSource tensors = TensorSource.open(folder)) {
      ModelTensors.locate(config, tensors, tensors.file())
          .forEach((plain, name) -> weights.put(plain, read(tensors, name, manager)));
    }
    return weights;
  }

  static NDArray read(TensorSource file, String name, NDManager manager) {
    return array(new Shape(file.shapeOf(name)), file.floats(name), manager);
  }

  static NDArray array(Shape shape, FloatBuffer values, NDManager manager) {
    if (manager.getDevice().equals(Device.cpu())) {
      NDArray array = manager.zeros(shape);
      fill(array, values);
      return array;
    }
    try (NDManager cpu = manager.newSubManager(Device.cpu())) {
      NDArray moved = array(shape, values, cpu).toDevice(manager.getDevice(), true);
      moved.attach(manager);
      return moved;
    }
  }

  /// Overwrites an array's values.
  static void fill(NDArray array, FloatBuffer values) {
    if (array.getDevice().equals(Device.cpu())) {
      array.toByteBuffer(true).asFloatBuffer().put(values);
    } else {
      array.set(values);
    }
  }

  /// A tensor that reads the array when it is written.
  static Tensor tensor(NDArray array) {
    if (array.getDataType() != DataType.FLOAT32) {
      throw new IllegalArgumentException("weights are fp32, was " + array.getDataType());
    }
    return Tensor.floats(
        array.getShape().getShape(),
        () ->
            array.getDevice().equals(Device.cpu())
                ? array.toByteBuffer(true).asFloatBuffer()
                : FloatBuffer.wrap(array.toFloatArray()));
  }
}
