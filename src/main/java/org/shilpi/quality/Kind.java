package org.shilpi.quality;

import java.util.Locale;

/// What a finding is about, in the order in which findings are shown. The words are under
/// `quality.<id>.title` and `quality.<id>.why`.
public enum Kind {
  /// The same text in training and in test.
  LEAK_EQUAL,
  /// Near copies in training and in test.
  LEAK_NEAR,
  /// Texts of one thread in training and in test.
  LEAK_GROUP,
  /// Equal texts that were judged differently.
  CONFLICT,
  /// A label that another one probably fits better.
  SUSPICIOUS_LABEL,
  /// Near copies that were judged differently.
  NEAR_CONFLICT,
  /// A label with so few texts that its score says little.
  TINY_LABEL,
  /// One label has many more texts than the others.
  IMBALANCE,
  /// The test has too few texts for a score that says much.
  SMALL_TEST,
  /// UTF-8 that was read in another encoding.
  MOJIBAKE,
  /// Signs that stand where characters were lost.
  LOST_CHARACTERS,
  /// Characters that nobody sees.
  HIDDEN_CHARACTERS,
  /// Equal texts.
  EQUAL_COPIES,
  /// Texts that are nearly equal.
  NEAR_COPIES,
  /// Texts with next to nothing in them.
  SHORT,
  /// Texts of which the base model surely reads the beginning only, by their words.
  LONG,
  /// Texts of which a training reads the beginning only, by their tokens.
  CUT,
  /// A language or script that the base model was not made for.
  LANGUAGE,
  /// Texts unlike all others.
  OUTLIER,
  /// What more labels would bring.
  ENOUGH;

  /// The name in messages, the database and JSON: lower case with hyphens.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it takes the base model to find it, see [Surveyor].
  public boolean surveyed() {
    return switch (this) {
      case SUSPICIOUS_LABEL, CUT, OUTLIER, ENOUGH -> true;
      default -> false;
    };
  }

  public static Kind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
