package org.shilpi.train.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilpi.train.Method;
import org.shilpi.train.search.Dimension.Choice;
import org.shilpi.train.search.Dimension.Real;

/// The knobs that a search turns.
public record SearchSpace(List<Dimension> dimensions) {
  public SearchSpace {
    dimensions = List.copyOf(dimensions);
  }

  /// What is worth searching for a method, ranges of about a factor of five around the defaults;
  /// empty where a method chooses everything by itself.
  public static SearchSpace of(Method method) {
    return new SearchSpace(
        switch (method) {
          case QUICK -> List.of();
          case BALANCED ->
              List.of(
                  new Real("learningRate", 1e-4, 5e-3, true),
                  new Real("headLearningRate", 2e-4, 5e-3, true),
                  new Choice("loraRank", List.of("4", "8", "16", "32")),
                  new Choice("batchTokens", List.of("256", "512", "1024")),
                  new Real("dropout", 0, 0.3, false));
          case THOROUGH ->
              List.of(
                  new Real("learningRate", 2e-5, 5e-4, true),
                  new Real("headLearningRate", 2e-4, 5e-3, true),
                  new Choice("batchTokens", List.of("256", "512", "1024")),
                  new Real("dropout", 0, 0.3, false),
                  new Real("layerDecay", 0.7, 1, false),
                  new Real("weightDecay", 1e-3, 1e-1, true));
        });
  }

  /// The same without the knobs that somebody has set already.
  public SearchSpace without(Set<String> knobs) {
    return new SearchSpace(
        dimensions.stream().filter(dimension -> !knobs.contains(dimension.knob())).toList());
  }

  /// Knobs by name at a place.
  ///
  /// @param place one number a dimension, each 0 to 1
  public Map<String, String> settings(List<Double> place) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      settings.put(dimensions.get(i).knob(), dimensions.get(i).at(place.get(i)));
    }
    return settings;
  }
}
