package org.shilpi.basemodel;

/// A storage that a pickle refers to: a run of values of one type, kept outside of the pickle.
///
/// @param key names it within its file
/// @param elements number of values
record TorchStorage(TensorType type, String key, long elements) {
  TorchStorage {
    if (elements < 0 || elements > Long.MAX_VALUE / Long.BYTES) {
      throw new IllegalArgumentException("a storage of " + elements + " values");
    }
  }

  long bytes() {
    return elements * type.bytes();
  }
}
