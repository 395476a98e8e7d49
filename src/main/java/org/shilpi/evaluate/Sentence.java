package org.shilpi.evaluate;

import java.util.List;

/// Something worth saying, before it has a language.
///
/// @param key message key, for `text.Messages`
/// @param arguments what fills the message's places: figures as text, labels
public record Sentence(String key, List<String> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  static Sentence of(String key, String... arguments) {
    return new Sentence(key, List.of(arguments));
  }
}
