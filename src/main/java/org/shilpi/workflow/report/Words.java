package org.shilpi.workflow.report;

import org.shilpi.evaluate.Sentence;

/// Words in the reader's language, by key; `Messages::of` fits.
@FunctionalInterface
public interface Words {
  String of(String key, Object... arguments);

  default String of(Sentence sentence) {
    return of(sentence.key(), sentence.arguments().toArray());
  }
}
