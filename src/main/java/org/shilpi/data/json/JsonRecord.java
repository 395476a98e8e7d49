package org.shilpi.data.json;

import tools.jackson.databind.JsonNode;

/// One record of a JSON file.
///
/// @param number from 1
/// @param node the record; missing where it is no JSON
/// @param line the line as found; empty in a list
public record JsonRecord(long number, JsonNode node, String line) {
  public boolean broken() {
    return node.isMissingNode();
  }

  /// The record's own words.
  public String raw() {
    return line.isEmpty() ? node.toString() : line;
  }
}
