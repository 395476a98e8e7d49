package org.shilpi.deploy;

/// In what form a model leaves the project.
public enum ExportFormat {
  /// A whole Hugging Face folder: configuration, weights, tokenizer. Adapters are merged into the
  /// base model, and a head of the quick method is put on it.
  HF,
  /// Adapters and head alone in the layout of the PEFT library, with the base model's tokenizer.
  ADAPTER,
  /// `model.pt`: a TorchScript archive of code and weights that libtorch runs by itself, with
  /// tokenizer and configuration beside it.
  TORCHSCRIPT,
  /// `model.onnx`: a graph of code and weights for ONNX Runtime and its like, with tokenizer and
  /// configuration beside it.
  ONNX
}
