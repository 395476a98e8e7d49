package org.shilpi.djl.onnx;

/// A type of numbers, with its codes in TorchScript (`c10::ScalarType`) and in ONNX
/// (`TensorProto.DataType`).
enum Kind {
  LONG(4, 7),
  FLOAT(6, 1),
  BOOL(11, 9);

  private final int torch;
  private final int onnx;

  Kind(int torch, int onnx) {
    this.torch = torch;
    this.onnx = onnx;
  }

  long torch() {
    return torch;
  }

  int onnx() {
    return onnx;
  }

  static Kind ofTorch(long code) {
    for (Kind kind : values()) {
      if (kind.torch == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no numbers of type " + code + " in a graph");
  }
}
