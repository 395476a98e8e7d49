package org.shilpi.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder that a process for documents has to itself. Whoever of parent and child lives longer
/// deletes it.
record OwnFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
  private static final String PREFIX = "shilpi-documents-";

  /// Makes one, readable by this user alone.
  static OwnFolder create() throws IOException {
    return new OwnFolder(Files.createTempDirectory(PREFIX));
  }

  /// The one that this process was started with, if it was.
  static Optional<OwnFolder> ofThisProcess() {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return temporary.getFileName() != null && temporary.getFileName().toString().startsWith(PREFIX)
        ? Optional.of(new OwnFolder(temporary))
        : Optional.empty();
  }

  void delete() {
    try {
      if (Files.exists(path)) {
        for (var file : inside()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.debug("{} stays", path, e);
    }
  }

  private List<Path> inside() throws IOException {
    try (var files = Files.walk(path)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
