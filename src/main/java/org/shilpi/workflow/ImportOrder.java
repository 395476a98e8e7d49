package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.shilpi.data.Split;

/// Files and folders to bring in together, all read in the same way; what is not said is guessed
/// from the content of each.
///
/// @param paths files, and folders with all files inside
/// @param format `csv`, `jsonl`, …
/// @param charset name of the encoding
/// @param text column or field of the text
/// @param label column or field of the label; empty string = the files have none
/// @param folderLabel whether a text whose file says nothing else has the name of the file's folder
///   as its label
/// @param again whether files that came in before come in once more
public record ImportOrder(
    List<Path> paths,
    Optional<String> format,
    Optional<String> charset,
    Optional<String> text,
    Optional<String> label,
    boolean folderLabel,
    Split split,
    boolean again) {
  public ImportOrder {
    paths = List.copyOf(paths);
  }

  public static ImportOrder of(List<Path> paths) {
    return new ImportOrder(
        paths,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Split.NONE,
        false);
  }

  ImportRequest request(Path file) {
    return new ImportRequest(
        file, format, charset, text, folderLabel ? label.or(() -> Optional.of("")) : label, split);
  }
}
