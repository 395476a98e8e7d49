package org.shilpi.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.Tensor;
import org.shilpi.basemodel.TensorType;

/// Moves weights between safetensors files and native memory, one array at a time and without a
/// copy on the Java heap.
final class Weights {
  private Weights() {}

  /// All floating-point tensors of a file as fp32, under the argument `W`, without the prefix that
  /// models with a head put before the encoder's names (`bert.`).
  static Dict read(Safetensors file, NDManager manager) {
    Dict weights = new Dict("W");
    for (String name : file.names()) {
      TensorType type = file.type(name);
      if (type == TensorType.F32 || type == TensorType.F16 || type == TensorType.BF16) {
        weights.put(canonical(name), read(file, name, manager));
      }
    }
    return weights;
  }

  static NDArray read(Safetensors file, String name, NDManager manager) {
    return array(new Shape(file.shape(name)), file.floats(name), manager);
  }

  /// The name as the programs know it.
  static String canonical(String name) {
    return name.startsWith("bert.") ? name.substring("bert.".length()) : name;
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
        array.getShape().getShape(), () -> array.toByteBuffer(true).asFloatBuffer());
  }
}
