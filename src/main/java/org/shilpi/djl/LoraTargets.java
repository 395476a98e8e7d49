package org.shilpi.djl;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilpi.train.Knobs.Lora;

/// Which linear layers of an encoder get an adapter.
final class LoraTargets {
  private static final String WEIGHT = ".weight";
  private static final Pattern IN_A_LAYER = Pattern.compile(".*layers?\\.\\d+\\.(.+)");

  /// What the families call their query and value projections.
  private static final Set<String> QUERY_VALUE =
      Set.of("query", "value", "query_proj", "value_proj", "q_lin", "v_lin", "q", "v", "Wqkv");

  private LoraTargets() {}

  /// Plain names without `.weight`, in the order of the weights.
  static List<String> of(Dict weights, Lora.Targets targets) {
    return weights.arrays().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(WEIGHT))
        .filter(entry -> entry.getValue().getShape().dimension() == 2)
        .map(entry -> entry.getKey().substring(0, entry.getKey().length() - WEIGHT.length()))
        .filter(name -> IN_A_LAYER.matcher(name).matches())
        .filter(name -> targets == Lora.Targets.ALL || QUERY_VALUE.contains(last(name)))
        .toList();
  }

  /// A module's name as PEFT lists it among an adapter's targets: the last part for query and
  /// value, else the way within its layer, so that no module elsewhere has the same ending.
  static String within(String module) {
    Matcher matcher = IN_A_LAYER.matcher(module);
    boolean shared = QUERY_VALUE.contains(last(module));
    return shared || !matcher.matches() ? last(module) : matcher.group(1);
  }

  private static String last(String module) {
    return module.substring(module.lastIndexOf('.') + 1);
  }
}
