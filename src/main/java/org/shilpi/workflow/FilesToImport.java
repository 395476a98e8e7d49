package org.shilpi.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shilpi.job.Problem;

/// The files that an order names, and those inside of its folders.
final class FilesToImport {
  /// A file.
  ///
  /// @param name as the project shows it: inside a folder with the path from it, parted by `/`
  /// @param folder name of the folder in which it lies
  record Found(Path file, String name, String folder) {}

  // The end of a path tells more than its beginning.
  private static final int LONGEST_NAME = 1_000;

  private FilesToImport() {}

  /// Every file once, those of a folder by name. Hidden files and folders are left out.
  ///
  /// @throws Problem if a folder holds no file
  static List<Found> of(List<Path> paths) throws IOException {
    Map<Path, Found> found = new LinkedHashMap<>();
    for (Path path : paths) {
      List<Found> files =
          Files.isDirectory(path) ? inside(path) : List.of(found(path, path.getFileName()));
      for (Found file : files) {
        found.putIfAbsent(file.file().toAbsolutePath().normalize(), file);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Found> inside(Path folder) throws IOException {
    Path whole = folder.toAbsolutePath().normalize();
    List<Found> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(whole)) {
      tree.filter(Files::isRegularFile)
          .filter(file -> !hidden(whole.relativize(file)))
          .sorted()
          .forEach(file -> files.add(found(file, named(whole).resolve(whole.relativize(file)))));
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    if (files.isEmpty()) {
      throw Problem.of("problem.data.empty-folder", folder.toString());
    }
    return files;
  }

  private static Path named(Path folder) {
    Path name = folder.getFileName();
    return name == null ? Path.of("") : name;
  }

  private static boolean hidden(Path inside) {
    for (Path part : inside) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static Found found(Path file, Path name) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<String> parts = new ArrayList<>();
    name.forEach(part -> parts.add(part.toString()));
    String joined = String.join("/", parts);
    return new Found(
        file,
        joined.substring(Math.max(0, joined.length() - LONGEST_NAME)),
        folder == null ? "" : named(folder).toString());
  }
}
