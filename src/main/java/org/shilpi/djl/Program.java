package org.shilpi.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A TorchScript text from `org/shilpi/djl/programs`, compiled. All arithmetic inside autograd
/// happens in programs: one native call does a whole step, and DJL's own operators, which free
/// buffers that autograd still needs, stay out.
///
/// Safe for several threads: what libtorch keeps per thread (gradients on or off, the graph
/// optimizer, which would compile every batch shape anew) is set for each call.
final class Program implements AutoCloseable {
  /// libtorch for x86-64 has oneDNN in it; that for Apple's processors has not, and a program that
  /// names an operator which is not there does not load.
  static final String PRODUCT =
      Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"))
          ? "product_onednn"
          : "product";

  private final PtSymbolBlock block;

  private Program(PtSymbolBlock block) {
    this.block = block;
  }

  /// @param names of the resources, without `.ts`, each after those whose methods it calls
  static Program compile(NDManager manager, String... names) throws IOException {
    byte[] archive = Archive.of(text(names));
    return new Program(
        JniUtils.loadModule(
            (PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
  }

  /// An encoder with its heads and their training steps.
  ///
  /// @param family the name of its text
  static Program encoder(NDManager manager, String family) throws IOException {
    return compile(manager, PRODUCT, "blocks", family, "encoder", "heads", "losses", "contrast");
  }

  /// The methods of programs, one after the other.
  static String text(String... names) throws IOException {
    StringBuilder methods = new StringBuilder();
    for (String name : names) {
      methods.append(text(name)).append('\n');
    }
    return methods.toString();
  }

  private static String text(String name) throws IOException {
    try (InputStream text = Program.class.getResourceAsStream("programs/" + name + ".ts")) {
      if (text == null) {
        throw new IllegalArgumentException("no program named " + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Calls a method without gradients.
  ///
  /// @param scope owns the result
  /// @param dicts the leading arguments
  /// @param arrays the arguments after them; numbers are 0-d arrays
  NDArray infer(NDManager scope, String method, List<Dict> dicts, NDArray... arrays) {
    return call(scope, method, dicts, arrays, false);
  }

  /// Calls a method that runs `torch.backward` itself; gradients gather in the arrays that ask for
  /// them.
  NDArray train(NDManager scope, String method, List<Dict> dicts, NDArray... arrays) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(true);
    try {
      return call(scope, method, dicts, arrays, true);
    } finally {
      JniUtils.setGradMode(before);
    }
  }

  /// Calls a method that takes lists of arrays, then numbers, changes the arrays in place and gives
  /// a number.
  double update(String method, List<List<NDArray>> lists, double... numbers) {
    JniUtils.setGraphExecutorOptimize(false);
    List<IValue> arguments = new ArrayList<>();
    try {
      for (List<NDArray> list : lists) {
        arguments.add(IValue.listFrom(list.toArray(PtNDArray[]::new)));
      }
      for (double number : numbers) {
        arguments.add(IValue.from(number));
      }
      try (IValue result = IValueUtils.runMethod(block, method, arguments.toArray(IValue[]::new))) {
        return result.isDouble() ? result.toDouble() : result.toLong();
      }
    } finally {
      arguments.forEach(IValue::close);
    }
  }

  private NDArray call(
      NDManager scope, String method, List<Dict> dicts, NDArray[] arrays, boolean training) {
    JniUtils.setGraphExecutorOptimize(false);
    try (NDArray chosen = scope.zeros(new Shape())) {
      // DJL finds the method in an array's name, and gives the result to the first array's manager.
      chosen.setName("module_method:" + method);
      NDList inputs = new NDList(chosen);
      dicts.forEach(dict -> inputs.addAll(new NDList(dict.arrays().values())));
      inputs.addAll(new NDList(arrays));
      return IValueUtils.forward(block, inputs, training).singletonOrThrow();
    }
  }

  @Override
  public void close() {
    block.close();
  }
}
