package org.shilpi.basemodel;

import java.util.List;

/// What is known of a base model without loading it.
///
/// @param id short name used on the command line and in projects ("minilm-l6-v2")
/// @param name name shown to people
/// @param family `model_type` of its config ("bert")
/// @param parameters number of weights
/// @param bytes size on disk
/// @param maxPositions longest text in tokens
/// @param languages language names' ISO codes, empty if unknown
/// @param licence SPDX id, or "unknown"
/// @param sha256 of its weights file, 64 hexadecimal digits
/// @param origin where it came from: a sentence for the card
/// @param builtIn whether Shilpi ships it
public record BaseModel(
    String id,
    String name,
    String family,
    long parameters,
    long bytes,
    int maxPositions,
    List<String> languages,
    String licence,
    String sha256,
    String origin,
    boolean builtIn) {
  public BaseModel {
    languages = List.copyOf(languages);
  }

  BaseModel withId(String other) {
    return new BaseModel(
        other,
        name,
        family,
        parameters,
        bytes,
        maxPositions,
        languages,
        licence,
        sha256,
        origin,
        builtIn);
  }
}
