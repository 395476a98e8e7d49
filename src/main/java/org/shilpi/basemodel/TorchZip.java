package org.shilpi.basemodel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SequencedMap;
import org.shilpi.job.Problem;

/// The zip file that PyTorch saves since 1.6: in one folder, `data.pkl` with the names and
/// `data/<key>` with a storage's values each, all stored, so that they can be mapped. Layout:
/// <https://github.com/pytorch/pytorch/blob/main/caffe2/serialize/inline_container.h>.
record TorchZip(MappedFile file, ZipDirectory zip, String folder) implements TorchFile.Storages {
  private static final int MAGIC = 0x04034b50;
  private static final String PICKLE = "data.pkl";
  private static final int LONGEST_PICKLE = 32 << 20;

  static boolean accepts(MappedFile file) {
    return file.size() >= Integer.BYTES && file.signedInt(0) == MAGIC;
  }

  /// @throws Problem if it is no sound zip file, or not of PyTorch
  static TorchZip read(MappedFile file) {
    ZipDirectory zip = ZipDirectory.read(file);
    SequencedMap<String, ZipEntry> entries = zip.entries();
    List<String> pickles =
        entries.sequencedKeySet().stream()
            .filter(name -> name.indexOf('/') == name.length() - PICKLE.length() - 1)
            .filter(name -> name.endsWith("/" + PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw Problem.of("problem.basemodel.pickle.foreign", file.name());
    }
    String folder = pickles.getFirst().substring(0, pickles.getFirst().length() - PICKLE.length());
    for (ZipEntry entry : entries.values()) {
      entry.requireHarmless(file.name());
      if (!entry.isStored()) {
        throw damaged(file);
      }
    }
    TorchZip found = new TorchZip(file, zip, folder);
    ZipEntry order = entries.get(folder + "byteorder");
    if (order != null && !found.text(order).equals("little")) {
      throw Problem.of("problem.basemodel.pickle.order", file.name());
    }
    return found;
  }

  Object pickle() {
    ZipEntry entry = entry(PICKLE);
    if (entry.size() > LONGEST_PICKLE) {
      throw damaged(file);
    }
    ByteBuffer code = zip.packed(entry).asByteBuffer();
    Object content = Unpickler.read(code, file.name());
    if (code.hasRemaining()) {
      throw damaged(file);
    }
    return content;
  }

  @Override
  public MemorySegment find(TorchStorage storage) {
    ZipEntry entry = entry("data/" + storage.key());
    if (entry.size() != storage.bytes()) {
      throw damaged(file);
    }
    return zip.packed(entry);
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = zip.entries().get(folder + name);
    if (entry == null) {
      throw damaged(file);
    }
    return entry;
  }

  private String text(ZipEntry entry) {
    int length = (int) Math.min(16, entry.size());
    return StandardCharsets.US_ASCII
        .decode(zip.packed(entry).asSlice(0, length).asByteBuffer())
        .toString();
  }

  private static Problem damaged(MappedFile file) {
    return Problem.of("problem.basemodel.pickle.damaged", file.name());
  }
}
