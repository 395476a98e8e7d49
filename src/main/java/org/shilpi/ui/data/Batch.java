package org.shilpi.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shilpi.data.Known;
import org.shilpi.data.Split;
import org.shilpi.workflow.FileReading;
import org.shilpi.workflow.ImportOrder;

/// Several files, or a folder, that come in together.
///
/// @param endings number of files by the ending of their names, the most frequent first
record Batch(
    List<Path> paths,
    Map<String, Integer> endings,
    boolean folderLabel,
    boolean attachments,
    Split split,
    Known known) {
  int files() {
    return endings.values().stream().mapToInt(Integer::intValue).sum();
  }

  String name() {
    return String.valueOf(paths.getFirst().getFileName());
  }

  ImportOrder order() {
    return new ImportOrder(paths, FileReading.GUESSED, folderLabel, split, known, attachments);
  }
}
