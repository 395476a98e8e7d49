package org.shilpi.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What the gate did with the texts that a model learned from: goes with the model, and gives
/// nothing away.
///
/// @param state as it was
/// @param texts how many the project held
/// @param found how many findings of each kind, by [Kind#id()]
/// @param done how many of them were hidden, by action and kind: `mask person`
/// @param fields how many of those stood in fields of where texts come from, by field
/// @param rules [Rules#VERSION]
/// @param patterns how many patterns the project added
/// @param allowed values that somebody said are harmless
/// @param denied values that somebody said are private
/// @param key fingerprint of the key of the stand-ins
/// @param result SHA-256 over the texts in order, as they were afterwards; 64 hexadecimal digits
/// @param waiver who waived the gate, when it was, and why
public record Receipt(
    GateState state,
    Instant at,
    long texts,
    Map<String, Long> found,
    Map<String, Long> done,
    Map<String, Long> fields,
    int rules,
    int patterns,
    long allowed,
    long denied,
    String key,
    String result,
    Optional<Waiver> waiver) {
  public Receipt {
    found = Map.copyOf(found);
    done = Map.copyOf(done);
    // Receipts of before origins were looked at have none.
    fields = fields == null ? Map.of() : Map.copyOf(fields);
  }

  /// Whether both tell the same, but for the time.
  public boolean sameAs(Receipt other) {
    return equals(
        new Receipt(
            other.state,
            at,
            other.texts,
            other.found,
            other.done,
            other.fields,
            other.rules,
            other.patterns,
            other.allowed,
            other.denied,
            other.key,
            other.result,
            other.waiver));
  }
}
