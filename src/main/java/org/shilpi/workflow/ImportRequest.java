package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.Optional;
import org.shilpi.data.Split;

/// What to bring in and how to read it; what is not said is guessed from the content.
///
/// @param format `csv`, `tsv` or `jsonl`
/// @param charset name of the encoding
/// @param text column or field of the text
/// @param label column or field of the label; empty string = the file has none
public record ImportRequest(
    Path file,
    Optional<String> format,
    Optional<String> charset,
    Optional<String> text,
    Optional<String> label,
    Split split) {
  public static ImportRequest of(Path file) {
    return new ImportRequest(
        file, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Split.NONE);
  }
}
