package org.shilpi.basemodel;

import java.util.List;

/// What a model's card tells of its descent, in its publisher's words.
///
/// @param basedOn models it was made from, as named on the hub ("google-bert/bert-base-uncased")
/// @param task what it was published for ("fill-mask"), empty if not told
/// @param datasets data it was trained on
public record ModelFacts(List<String> basedOn, String task, List<String> datasets) {
  static final ModelFacts NONE = new ModelFacts(List.of(), "", List.of());

  public ModelFacts {
    basedOn = List.copyOf(basedOn);
    datasets = List.copyOf(datasets);
  }
}
