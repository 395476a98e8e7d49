package org.shilpi.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shilpi.basemodel.Family;
import org.shilpi.basemodel.Safetensors;
import org.shilpi.basemodel.SafetensorsWriter;
import org.shilpi.basemodel.Tensor;
import org.shilpi.job.Problem;

/// Adapters and a head on disk as the PEFT library keeps them: `adapter_config.json` and
/// `adapter_model.safetensors`. The base model itself stays where it is.
final class AdapterFolder {
  private static final String FILE = "adapter_model.safetensors";
  private static final String WRAPPER = "base_model.model.";

  /// The head, which is kept whole.
  static final List<String> HEAD = List.of("classifier.weight", "classifier.bias");

  private AdapterFolder() {}

  static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(AdapterConfig.FILE));
  }

  /// @param weights the encoder's, which hold the adapter and may hold a head
  static void write(
      Path folder, Adapter adapter, Dict weights, Family family, AdapterConfig.Use use)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, Tensor> tensors = new HashMap<>();
    adapter
        .arrays()
        .forEach(
            (name, array) -> tensors.put(WRAPPER + family.prefix() + name, Weights.tensor(array)));
    for (String name : HEAD) {
      if (weights.has(name)) {
        tensors.put(WRAPPER + name, Weights.tensor(weights.get(name)));
      }
    }
    SafetensorsWriter.write(folder.resolve(FILE), tensors, Map.of("format", "pt"));
    List<String> targets =
        adapter.modules().stream().map(LoraTargets::within).distinct().sorted().toList();
    adapter.config().write(folder, targets, use);
  }

  /// Puts what a folder holds on an encoder: the adapters beside its layers, the head in place of
  /// one that may be there.
  ///
  /// @throws Problem if the folder is damaged, is no plain LoRA, or fits another base model
  static Adapter read(Path folder, Dict weights, Family family, NDManager manager)
      throws IOException {
    AdapterConfig config = AdapterConfig.read(folder);
    try (Safetensors file = Safetensors.open(folder.resolve(FILE))) {
      Map<String, String> located = new LinkedHashMap<>();
      file.names().forEach(inFile -> located.put(plain(family, inFile), inFile));
      List<String> modules =
          located.keySet().stream()
              .filter(name -> name.endsWith(Adapter.A))
              .map(name -> name.substring(0, name.length() - Adapter.A.length()))
              .toList();
      Set<String> left = new LinkedHashSet<>(located.keySet());
      HEAD.forEach(left::remove);
      for (String module : modules) {
        left.removeAll(List.of(module + Adapter.A, module + Adapter.B));
        if (!fits(file, located, module, weights, config.rank())) {
          throw Problem.of("problem.train.adapter-other", folder.toString(), module);
        }
      }
      if (!left.isEmpty()) {
        throw Problem.of("problem.train.adapter-other", folder.toString(), left.iterator().next());
      }
      located.forEach((name, inFile) -> {
        if (weights.has(name)) {
          weights.get(name).close();
        }
        weights.put(name, Weights.read(file, inFile, manager));
      });
      return Adapter.on(weights, modules, config, manager);
    }
  }

  private static boolean fits(
      Safetensors file, Map<String, String> located, String module, Dict weights, long rank) {
    String b = located.get(module + Adapter.B);
    if (b == null || !weights.has(module + ".weight")) {
      return false;
    }
    Shape shape = weights.get(module + ".weight").getShape();
    String a = Objects.requireNonNull(located.get(module + Adapter.A));
    return file.shapeOf(a).equals(List.of(rank, shape.get(1)))
        && file.shapeOf(b).equals(List.of(shape.get(0), rank));
  }

  private static String plain(Family family, String inFile) {
    String bare = without(WRAPPER, inFile);
    return without(family.prefix(), bare);
  }

  private static String without(String prefix, String name) {
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
