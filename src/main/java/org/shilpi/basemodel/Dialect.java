package org.shilpi.basemodel;

import java.util.Map;

/// How a family's configurations differ from BERT's in what both have.
///
/// @param names BERT's option to the family's own; options not named are called the same
/// @param epsilon of layer norms where the configuration does not tell
/// @param dropout where the configuration does not tell
/// @param padTokenId where the configuration does not tell
record Dialect(Map<String, String> names, double epsilon, double dropout, int padTokenId) {
  static final Dialect BERT = new Dialect(Map.of(), 1e-12, 0.1, 0);
  static final Dialect ROBERTA = new Dialect(Map.of(), 1e-12, 0.1, 1);

  Dialect {
    names = Map.copyOf(names);
  }

  String name(String option) {
    return names.getOrDefault(option, option);
  }
}
