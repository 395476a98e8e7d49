/// Writes a program with its weights as an ONNX graph.
///
/// An ONNX graph is a list of operators without functions, conditions or loops that depend on
/// numbers of a configuration. Our programs are TorchScript texts that have all of these. So the
/// text is run once, with values that only stand for what will be computed: what the configuration
/// decides is decided, loops are run, methods are entered, and every operator of torch that meets
/// such a value adds its like to the graph. Each family therefore has one definition, the one that
/// learned. Turned down: a second definition of every family in terms of ONNX (nine more places to
/// be wrong), PyTorch's own exporter (Python).
///
/// The graph is of operator set 17, which ONNX Runtime reads since 1.12, and of the file format's
/// version 8: <https://onnx.ai/onnx/repo-docs/IR.html>, <https://onnx.ai/onnx/operators/>.
@NullMarked
package org.shilpi.djl.onnx;

import org.jspecify.annotations.NullMarked;
