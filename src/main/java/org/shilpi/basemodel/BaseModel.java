package org.shilpi.basemodel;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
/// @param facts what its publisher tells beside these
/// @param sha256 of its `model.safetensors` here, 64 hexadecimal digits
/// @param originals SHA-256 of each file the weights were published in, by name, where Shilpi keeps
///   them in another format; empty where they are the publisher's, byte for byte
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
    ModelFacts facts,
    String sha256,
    Map<String, String> originals,
    String origin,
    boolean builtIn) {
  public BaseModel {
    languages = List.copyOf(languages);
    originals = Collections.unmodifiableMap(new TreeMap<>(originals));
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
        facts,
        sha256,
        originals,
        origin,
        builtIn);
  }

  /// The same model under the name and origin of the folder it was copied from.
  BaseModel from(String folder, String place, Map<String, String> hashes) {
    return new BaseModel(
        idOf(folder),
        folder,
        family,
        parameters,
        bytes,
        maxPositions,
        languages,
        licence,
        facts,
        sha256,
        hashes,
        place,
        builtIn);
  }

  /// A folder's name made fit for a command line: lower-case Latin letters, digits and `-._`.
  static String idOf(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[._-]+|[._-]+$", "");
    return plain.isEmpty() ? "model" : plain.substring(0, Math.min(48, plain.length()));
  }
}
