package org.shilpi.workflow;

import java.nio.file.Path;
import java.util.List;
import org.shilpi.data.Known;
import org.shilpi.data.Split;

/// Files and folders to bring in together, all read in the same way.
///
/// @param paths files, and folders with all files inside
/// @param folderLabel whether a text whose file says nothing else has the name of the file's folder
///   as its label
/// @param known what becomes of texts that came in before
/// @param attachments whether what is attached to mails or embedded in documents comes in, too
public record ImportOrder(
    List<Path> paths,
    FileReading reading,
    boolean folderLabel,
    Split split,
    Known known,
    boolean attachments) {
  public ImportOrder {
    paths = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  public static ImportOrder of(List<Path> paths) {
    return new ImportOrder(paths, FileReading.GUESSED, false, Split.NONE, Known.REFUSE_FILE, false);
  }

  /// The name by which people know it: its first file or folder.
  String name() {
    return String.valueOf(paths.getFirst().getFileName());
  }

  /// Where the folder is the label, no column is taken for one by guess.
  FileReading eachReading() {
    return folderLabel && reading.label().isEmpty() ? reading.withLabel("") : reading;
  }
}
