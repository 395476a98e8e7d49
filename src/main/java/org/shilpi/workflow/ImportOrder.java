package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.List;
import org.shilpi.data.Split;

/// Files and folders to bring in together, all read in the same way.
///
/// @param paths files, and folders with all files inside
/// @param folderLabel whether a text whose file says nothing else has the name of the file's folder
///   as its label
/// @param again whether files that came in before come in once more
public record ImportOrder(
    List<Path> paths, FileReading reading, boolean folderLabel, Split split, boolean again) {
  public ImportOrder {
    paths = List.copyOf(paths);
  }

  public static ImportOrder of(List<Path> paths) {
    return new ImportOrder(paths, FileReading.GUESSED, false, Split.NONE, false);
  }

  /// Where the folder is the label, no column is taken for one by guess.
  FileReading eachReading() {
    return folderLabel && reading.label().isEmpty() ? reading.withLabel("") : reading;
  }
}
