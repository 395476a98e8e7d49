package org.shilpi.basemodel;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;

/// A model folder that came as a zip file, with its files at the top or in one folder.
///
/// Every entry is looked at before the first is unpacked, also those that nobody needs: one that
/// would land elsewhere, a link, or a password refuses the whole. Unpacked are only the files of a
/// model, no more bytes than the directory tells, which the disk must have room for.
final class ModelZip implements AutoCloseable {
  /// Weights hardly shrink at all, vocabularies to a fifth.
  private static final long MOST_RATIO = 100;

  private static final long SMALL = 1 << 20;
  private static final int CHUNK = 1 << 18;
  private static final String RUBBISH = "__MACOSX/";
  private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");

  private final MappedFile file;
  private final ZipDirectory directory;
  private final String top;
  private final SequencedMap<String, ZipEntry> wanted = new LinkedHashMap<>();

  private ModelZip(MappedFile file) {
    this.file = file;
    this.directory = ZipDirectory.read(file);
    directory.entries().values().forEach(entry -> entry.requireHarmless(file.name()));
    this.top = top();
    List<String> names = new ArrayList<>();
    directory
        .entries()
        .forEach((name, entry) -> {
          if (name.startsWith(top) && !entry.isFolder()) {
            names.add(name.substring(top.length()));
          }
        });
    for (String name : ModelFolder.wanted(names)) {
      ZipEntry entry = directory.entries().get(top + name);
      if (entry != null) {
        wanted.put(name, entry);
      }
    }
  }

  /// @throws Problem if it is no sound zip file, holds anything harmful, or no model
  static ModelZip open(Path path) throws IOException {
    MappedFile file = MappedFile.open(path);
    try {
      return new ModelZip(file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// The folder's name inside, or what the zip file is called.
  String name() {
    String folder = top.isEmpty() ? "" : top.substring(0, top.length() - 1);
    return FOLDER.matcher(folder).matches() ? folder : file.name().replaceFirst("(?i)\\.zip$", "");
  }

  /// Bytes of what [#unpack] writes.
  ///
  /// @throws Problem if a file claims to be far larger than its packed bytes can hold
  long bytes() {
    long bytes = 0;
    for (ZipEntry entry : wanted.values()) {
      if (!entry.isStored() && entry.method() != ZipEntry.DEFLATED) {
        throw Problem.of("problem.basemodel.zip.method", file.name(), entry.shown());
      }
      if (entry.size() > SMALL && entry.size() / MOST_RATIO > entry.packed()) {
        throw Problem.of("problem.basemodel.zip.bomb", file.name(), entry.shown());
      }
      bytes = Math.addExact(bytes, entry.size());
    }
    return bytes;
  }

  /// Writes the model's files into an empty folder.
  ///
  /// @throws Problem if one is damaged
  void unpack(Path folder, JobContext context) throws IOException {
    context.report(Progress.unknown("progress.basemodel.zip", file.name()));
    for (Map.Entry<String, ZipEntry> entry : wanted.entrySet()) {
      Path target = folder.resolve(entry.getKey());
      Files.createDirectories(target.getParent());
      try (FileChannel channel =
              FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out = Channels.newOutputStream(channel)) {
        unpack(entry.getValue(), out, context);
        channel.force(true);
      }
    }
  }

  private void unpack(ZipEntry entry, OutputStream out, JobContext context) throws IOException {
    CRC32 crc = new CRC32();
    long written = 0;
    MemorySegment packed = directory.packed(entry);
    byte[] chunk = new byte[CHUNK];
    try (Inflater inflater = new Inflater(true)) {
      long at = 0;
      boolean done = entry.packed() == 0;
      while (!done) {
        context.checkCancelled();
        int count;
        if (entry.isStored()) {
          count = (int) Math.min(CHUNK, packed.byteSize() - at);
          packed.asSlice(at, count).asByteBuffer().get(chunk, 0, count);
          at += count;
        } else {
          if (inflater.needsInput()) {
            int fed = (int) Math.min(CHUNK, packed.byteSize() - at);
            inflater.setInput(packed.asSlice(at, fed).asByteBuffer());
            at += fed;
          }
          count = inflater.inflate(chunk);
        }
        written += count;
        crc.update(chunk, 0, count);
        done = inflater.finished() || entry.isStored() && at == packed.byteSize();
        boolean stuck = count == 0 && inflater.needsInput() && at == packed.byteSize();
        if (written > entry.size() || !done && (stuck || inflater.needsDictionary())) {
          throw damaged();
        }
        out.write(chunk, 0, count);
      }
      if (!entry.isStored() && inflater.getBytesRead() != entry.packed()) {
        throw damaged();
      }
    } catch (DataFormatException e) {
      throw Problem.causedBy(e, "problem.basemodel.zip.damaged", file.name());
    }
    if (written != entry.size() || crc.getValue() != entry.crc()) {
      throw damaged();
    }
  }

  /// What stands before every name: nothing, or the one folder that holds all.
  private String top() {
    if (directory.entries().containsKey(ModelFolder.CONFIG)) {
      return "";
    }
    List<String> tops =
        directory.entries().sequencedKeySet().stream()
            .filter(name -> !name.startsWith(RUBBISH))
            .map(name -> name.substring(0, name.indexOf('/') + 1))
            .distinct()
            .toList();
    if (tops.size() != 1
        || !directory.entries().containsKey(tops.getFirst() + ModelFolder.CONFIG)) {
      throw Problem.of("problem.basemodel.zip.model", file.name());
    }
    return tops.getFirst();
  }

  private Problem damaged() {
    return Problem.of("problem.basemodel.zip.damaged", file.name());
  }

  @Override
  public void close() {
    file.close();
  }
}
