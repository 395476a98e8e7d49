package org.shilpi.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Turns the text of a program into a TorchScript archive that holds code and no weights.
///
/// The format is that of `torch.jit.save`: an uncompressed zip with the code as text
/// (`code/__torch__.py`), the module as a protocol-2 pickle (`data.pkl`), an empty tuple of
/// constants, the byte order and the version of the operators (10: PyTorch 1.13 and later). See
/// `torch/csrc/jit/docs/serialization.md` of PyTorch.
final class Archive {
  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  private Archive() {}

  /// @param methods TorchScript methods of one module, starting in the first column
  static byte[] of(String methods) throws IOException {
    String code =
        """
        class Program(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
        """
            + methods.indent(2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "data.pkl", module());
      put(zip, "code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
      put(zip, "constants.pkl", EMPTY_TUPLE);
      put(zip, "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
      put(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  /// `Program()` with the one attribute `training = True`.
  private static byte[] module() throws IOException {
    ByteArrayOutputStream pickle = new ByteArrayOutputStream();
    pickle.write(0x80); // PROTO
    pickle.write(2);
    pickle.write("c__torch__\nProgram\n".getBytes(StandardCharsets.US_ASCII)); // GLOBAL
    pickle.write(')'); // EMPTY_TUPLE
    pickle.write(0x81); // NEWOBJ
    pickle.write('}'); // EMPTY_DICT
    pickle.write('('); // MARK
    byte[] name = "training".getBytes(StandardCharsets.US_ASCII);
    pickle.write('X'); // BINUNICODE, length in four little-endian bytes
    pickle.write(new byte[] {(byte) name.length, 0, 0, 0});
    pickle.write(name);
    pickle.write(0x88); // NEWTRUE
    pickle.write('u'); // SETITEMS
    pickle.write('b'); // BUILD
    pickle.write('.'); // STOP
    return pickle.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry("program/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
