package org.shilpi.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A linear head on a frozen base model, as a folder: `head.safetensors` and `shilpi.json`. The
/// base model itself stays where it is.
record HeadFolder(LinearHead head, ModelNote note) {
  private static final String HEAD = "head.safetensors";

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    head.save(folder.resolve(HEAD));
    note.write(folder);
  }

  static HeadFolder read(Path folder) throws IOException {
    ModelNote note = ModelNote.read(folder);
    return new HeadFolder(LinearHead.load(folder.resolve(HEAD)), note);
  }

  static boolean isAt(Path folder) {
    return Files.isRegularFile(folder.resolve(HEAD));
  }
}
