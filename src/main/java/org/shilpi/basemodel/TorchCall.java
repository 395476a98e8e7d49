package org.shilpi.basemodel;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The functions that a pickle of tensors calls, each done here by its meaning.
enum TorchCall {
  /// An empty dictionary; its entries follow.
  ORDERED_DICT("collections OrderedDict") {
    @Override
    Object of(List<Object> arguments) {
      if (!arguments.isEmpty()) {
        throw new IllegalArgumentException("a dictionary made of something");
      }
      return new LinkedHashMap<String, Object>();
    }
  },

  /// `(storage, offset, shape, strides, requires_grad, hooks[, metadata])`
  REBUILD_TENSOR("torch._utils _rebuild_tensor_v2") {
    @Override
    Object of(List<Object> arguments) {
      if (arguments.size() < 6
          || arguments.size() > 7
          || !(arguments.get(0) instanceof TorchStorage storage)
          || !(arguments.get(1) instanceof Long offset)) {
        throw new IllegalArgumentException("not the arguments of a tensor");
      }
      return new TorchTensor(storage, offset, numbers(arguments.get(2)), numbers(arguments.get(3)));
    }
  },

  /// `(tensor, requires_grad, hooks)`
  REBUILD_PARAMETER("torch._utils _rebuild_parameter") {
    @Override
    Object of(List<Object> arguments) {
      if (arguments.size() != 3 || !(arguments.getFirst() instanceof TorchTensor tensor)) {
        throw new IllegalArgumentException("not the arguments of a parameter");
      }
      return tensor;
    }
  };

  private static final Map<String, TensorType> STORAGES =
      Map.of(
          "torch DoubleStorage", TensorType.F64,
          "torch FloatStorage", TensorType.F32,
          "torch HalfStorage", TensorType.F16,
          "torch BFloat16Storage", TensorType.BF16,
          "torch LongStorage", TensorType.I64,
          "torch IntStorage", TensorType.I32,
          "torch ShortStorage", TensorType.I16,
          "torch CharStorage", TensorType.I8,
          "torch ByteStorage", TensorType.U8,
          "torch BoolStorage", TensorType.BOOL);

  private final String name;

  TorchCall(String name) {
    this.name = name;
  }

  /// @throws IllegalArgumentException if these are not its arguments
  abstract Object of(List<Object> arguments);

  /// What a name of Python's stands for: one of these functions, or the type of a storage class.
  ///
  /// @param name module and name with a space between
  static Optional<Object> global(String name) {
    return Arrays.stream(values())
        .filter(call -> call.name.equals(name))
        .map(Object.class::cast)
        .findFirst()
        .or(() -> Optional.ofNullable(STORAGES.get(name)));
  }

  /// A reference out of the pickle: `("storage", class, key, device, number of values)`, and in the
  /// older format a None behind it.
  ///
  /// @throws IllegalArgumentException if it refers to anything else
  static TorchStorage storage(List<Object> reference) {
    if (reference.size() < 5
        || reference.size() > 6
        || !reference.getFirst().equals("storage")
        || !(reference.get(1) instanceof TensorType type)
        || !(reference.get(2) instanceof String key)
        || !(reference.get(4) instanceof Long elements)
        || reference.size() == 6 && reference.get(5) != Unpickler.Symbol.NONE) {
      throw new IllegalArgumentException("not a reference to a storage");
    }
    return new TorchStorage(type, key, elements);
  }

  private static List<Long> numbers(Object tuple) {
    return Unpickler.items(tuple).stream()
        .map(item -> {
          if (item instanceof Long number) {
            return number;
          }
          throw new IllegalArgumentException("a size that is no number");
        })
        .toList();
  }
}
