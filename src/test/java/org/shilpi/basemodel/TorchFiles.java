package org.shilpi.basemodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files as PyTorch saves them.
final class TorchFiles {
  /// What CPython 3.11 pickles (protocol 2, as PyTorch does) for an OrderedDict with `_metadata` of
  /// `embeddings.weight` [2, 3] and `turned.weight`, its transposition, in float storage "0" of
  /// six; `norm.bias`, a parameter in half storage "1" of two; `scale`, a scalar, the last value of
  /// "0".
  private static final String PICKLE =
      """
      gAJjY29sbGVjdGlvbnMKT3JkZXJlZERpY3QKcQApUnEBKFgRAAAAZW1iZWRkaW5ncy53ZWlnaHRxAmN0b3JjaC5f
      dXRpbHMKX3JlYnVpbGRfdGVuc29yX3YyCnEDKChYBwAAAHN0b3JhZ2VxBGN0b3JjaApGbG9hdFN0b3JhZ2UKcQVY
      AQAAADBxBlgDAAAAY3B1cQdLBnRxCFFLAEsCSwOGcQlLA0sBhnEKiWgAKVJxC3RxDFJxDVgNAAAAdHVybmVkLndl
      aWdodHEOaAMoKGgEaAVoBmgHSwZ0cQ9RSwBLA0sChnEQSwFLA4ZxEYloAClScRJ0cRNScRRYCQAAAG5vcm0uYmlh
      c3EVY3RvcmNoLl91dGlscwpfcmVidWlsZF9wYXJhbWV0ZXIKcRZoAygoaARjdG9yY2gKSGFsZlN0b3JhZ2UKcRdY
      AQAAADFxGGgHSwJ0cRlRSwBLAoVxGksBhXEbiWgAKVJxHHRxHVJxHohoAClScR+HcSBScSFYBQAAAHNjYWxlcSJo
      AygoaARoBWgGaAdLBnRxI1FLBSkpiWgAKVJxJHRxJVJxJnV9cSdYCQAAAF9tZXRhZGF0YXEoaAApUnEpKFgAAAAA
      cSp9cStYBwAAAHZlcnNpb25xLEsBc1gKAAAAZW1iZWRkaW5nc3EtfXEuaCxLAnN1c2Iu
      """;

  /// The same in the format before PyTorch 1.6, with the values 1 to 6 and 0.5, -2.
  private static final String PICKLES =
      """
      gAKKCmz8nEb5IGqoUBkugAJN6QMugAJ9cQAoWBAAAABwcm90b2NvbF92ZXJzaW9ucQFN6QNYDQAAAGxpdHRsZV9l
      bmRpYW5xAohYCgAAAHR5cGVfc2l6ZXNxA31xBChYBQAAAHNob3J0cQVLAlgDAAAAaW50cQZLBFgEAAAAbG9uZ3EH
      SwR1dS6AAmNjb2xsZWN0aW9ucwpPcmRlcmVkRGljdApxAClScQEoWBEAAABlbWJlZGRpbmdzLndlaWdodHECY3Rv
      cmNoLl91dGlscwpfcmVidWlsZF90ZW5zb3JfdjIKcQMoKFgHAAAAc3RvcmFnZXEEY3RvcmNoCkZsb2F0U3RvcmFn
      ZQpxBVgBAAAAMHEGWAMAAABjcHVxB0sGTnRxCFFLAEsCSwOGcQlLA0sBhnEKiWgAKVJxC3RxDFJxDVgNAAAAdHVy
      bmVkLndlaWdodHEOaAMoKGgEaAVoBmgHSwZOdHEPUUsASwNLAoZxEEsBSwOGcRGJaAApUnESdHETUnEUWAkAAABu
      b3JtLmJpYXNxFWN0b3JjaC5fdXRpbHMKX3JlYnVpbGRfcGFyYW1ldGVyCnEWaAMoKGgEY3RvcmNoCkhhbGZTdG9y
      YWdlCnEXWAEAAAAxcRhoB0sCTnRxGVFLAEsChXEaSwGFcRuJaAApUnEcdHEdUnEeiGgAKVJxH4dxIFJxIVgFAAAA
      c2NhbGVxImgDKChoBGgFaAZoB0sGTnRxI1FLBSkpiWgAKVJxJHRxJVJxJnV9cSdYCQAAAF9tZXRhZGF0YXEoaAAp
      UnEpKFgAAAAAcSp9cStYBwAAAHZlcnNpb25xLEsBc1gKAAAAZW1iZWRkaW5nc3EtfXEuaCxLAnN1c2IugAJdcQAo
      WAEAAAAwcQFYAQAAADFxAmUuBgAAAAAAAAAAAIA/AAAAQAAAQEAAAIBAAACgQAAAwEACAAAAAAAAAAA4AMA=
      """;

  static final byte[] FLOATS = floats(1, 2, 3, 4, 5, 6);
  static final byte[] HALVES = {0, 0x38, 0, (byte) 0xc0};

  private TorchFiles() {}

  static byte[] pickle() {
    return Base64.getMimeDecoder().decode(PICKLE);
  }

  static byte[] pickles() {
    return Base64.getMimeDecoder().decode(PICKLES);
  }

  /// The file's entries before they are packed.
  static SequencedMap<String, byte[]> entries() {
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", pickle());
    entries.put("archive/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    entries.put("archive/data/0", FLOATS);
    entries.put("archive/data/1", HALVES);
    entries.put("archive/version", "3\n".getBytes(StandardCharsets.US_ASCII));
    return entries;
  }

  /// @param method [ZipEntry#STORED] or [ZipEntry#DEFLATED]
  static byte[] zip(Map<String, byte[]> entries, int method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setMethod(method);
        CRC32 crc = new CRC32();
        crc.update(content.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(content.getValue().length);
        zip.putNextEntry(entry);
        zip.write(content.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  /// Saves tensors of 32-bit floats as PyTorch 1.6 and later does, each in a storage of its own.
  static void save(Path file, Map<String, Tensor> tensors) throws IOException {
    Pickle pickle = new Pickle(false);
    SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", new byte[0]);
    for (var entry : new TreeMap<>(tensors).entrySet()) {
      String key = Integer.toString(entries.size() - 1);
      pickle.tensor(entry.getKey(), key, entry.getValue().shape());
      ByteArrayOutputStream values = new ByteArrayOutputStream();
      entry.getValue().writeTo(Channels.newChannel(values));
      entries.put("archive/data/" + key, values.toByteArray());
    }
    entries.put("archive/data.pkl", pickle.end());
    Files.write(file, zip(entries, ZipEntry.STORED));
  }

  /// Saves tensors of 32-bit floats as PyTorch did before 1.6.
  static void saveAsBefore(Path file, Map<String, Tensor> tensors) throws IOException {
    Pickle content = new Pickle(true);
    Pickle keys = new Pickle(true);
    ByteArrayOutputStream storages = new ByteArrayOutputStream();
    int key = 0;
    for (var entry : new TreeMap<>(tensors).entrySet()) {
      content.tensor(entry.getKey(), Integer.toString(key), entry.getValue().shape());
      keys.text(Integer.toString(key++));
      storages.writeBytes(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(TensorEntry.elements(entry.getValue().shape()))
              .array());
      entry.getValue().writeTo(Channels.newChannel(storages));
    }
    byte[] honest = pickles();
    // Magic number, version and facts of the machine stand before the second OrderedDict's pickle.
    int head = new String(honest, StandardCharsets.ISO_8859_1).indexOf("\u0080\u0002ccollections");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(honest, 0, head);
    bytes.writeBytes(content.end());
    bytes.writeBytes(keys.list());
    bytes.writeBytes(storages.toByteArray());
    Files.write(file, bytes.toByteArray());
  }

  static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static final class Pickle {
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();

    private final boolean old;

    /// @param old whether a None stands behind every reference to a storage
    Pickle(boolean old) {
      this.old = old;
    }

    void tensor(String name, String key, List<Long> shape) {
      text(name).global("torch._utils", "_rebuild_tensor_v2").op('(').op('(');
      text("storage").global("torch", "FloatStorage").text(key).text("cpu");
      number(TensorEntry.elements(shape));
      if (old) {
        op('N');
      }
      op('t').op('Q').number(0).op('(');
      shape.forEach(this::number);
      op('t').op('(');
      long stride = TensorEntry.elements(shape);
      for (long size : shape) {
        stride /= size;
        number(stride);
      }
      op('t').op(0x89).global("collections", "OrderedDict").op(')').op('R').op('t').op('R');
    }

    /// The tensors as an OrderedDict.
    byte[] end() {
      Pickle whole = new Pickle(old);
      whole.op(0x80).op(2).global("collections", "OrderedDict").op(')').op('R').op('(');
      return whole.raw(code.toByteArray()).op('u').op('.').code.toByteArray();
    }

    /// The texts as a list.
    byte[] list() {
      Pickle whole = new Pickle(old);
      whole.op(0x80).op(2).op(']').op('(');
      return whole.raw(code.toByteArray()).op('e').op('.').code.toByteArray();
    }

    private Pickle op(int opcode) {
      code.write(opcode);
      return this;
    }

    private Pickle global(String module, String name) {
      code.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
      return this;
    }

    private Pickle text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return op('X').fixed(bytes.length).raw(bytes);
    }

    private Pickle number(long number) {
      return op('J').fixed((int) number);
    }

    private Pickle fixed(int number) {
      return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    }

    private Pickle raw(byte[] bytes) {
      code.writeBytes(bytes);
      return this;
    }
  }
}
