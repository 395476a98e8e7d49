package org.shilpi.djl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shilpi.basemodel.Tensor;

/// Turns the text of a program into a TorchScript archive, with weights or without any.
///
/// The format is that of `torch.jit.save`: an uncompressed zip with the code as text
/// (`code/__torch__.py`), the module as a pickle (`data.pkl`), the values of its tensors (`data/0`,
/// ...), an empty tuple of constants, the byte order and the version of the operators (10: PyTorch
/// 1.13 and later). See `torch/csrc/jit/docs/serialization.md` of PyTorch.
final class Archive {
  private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

  /// Where the bytes of an entry begin, so that they can be mapped.
  private static final int ALIGNMENT = 64;

  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;

  private final ZipOutputStream zip;
  private long written;

  private Archive(ZipOutputStream zip) {
    this.zip = zip;
  }

  /// @param methods TorchScript methods of one module, starting in the first column
  static byte[] of(String methods) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, methods, Collections.emptySortedMap());
    return bytes.toByteArray();
  }

  /// @param parameters fp32, by the names of attributes that the methods read
  static void write(OutputStream out, String methods, Map<String, Tensor> parameters)
      throws IOException {
    String names =
        parameters.keySet().stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    String types =
        parameters.keySet().stream()
            .map(name -> "  " + name + " : Tensor\n")
            .collect(Collectors.joining());
    String code =
        """
        class Program(Module):
          __parameters__ = [%s]
          __buffers__ = []
        %s  training : bool
        """
                .formatted(names, types)
            + methods.indent(2);
    // Not closed: whoever opened the stream below does that.
    ZipOutputStream zip = new ZipOutputStream(out);
    Archive archive = new Archive(zip);
    archive.put("data.pkl", module(parameters));
    archive.put("code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
    archive.put("constants.pkl", EMPTY_TUPLE);
    archive.put("byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    int number = 0;
    for (Tensor tensor : parameters.values()) {
      archive.put(
          "data/" + number++,
          tensor.bytes(),
          target -> tensor.writeTo(Channels.newChannel(target)));
    }
    archive.put("version", "10\n".getBytes(StandardCharsets.US_ASCII));
    zip.finish();
  }

  /// `Program()` with its parameters and the attribute `training = True`.
  private static byte[] module(Map<String, Tensor> parameters) {
    Pickle pickle = new Pickle().global("__torch__", "Program");
    SequencedMap<String, Runnable> attributes = new LinkedHashMap<>();
    int[] number = {0};
    parameters.forEach((name, tensor) ->
        attributes.put(name, () -> tensor(pickle, tensor, Integer.toString(number[0]++))));
    attributes.put("training", () -> pickle.flag(true));
    return pickle.object(attributes).end();
  }

  /// @param place name of the values' entry
  private static void tensor(Pickle pickle, Tensor tensor, String place) {
    long[] strides = new long[tensor.shape().size()];
    long count = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = count;
      count *= tensor.shape().get(i);
    }
    long elements = count;
    pickle
        .global("torch._utils", "_rebuild_tensor_v2")
        .tuple(() ->
            pickle
                .tuple(() ->
                    pickle
                        .text("storage")
                        .global("torch", "FloatStorage")
                        .text(place)
                        .text("cpu")
                        .number(elements))
                .stored()
                .number(0)
                .numbers(tensor.shape())
                .numbers(Arrays.stream(strides).boxed().toList())
                .flag(false)
                .global("collections", "OrderedDict")
                .tuple(() -> {})
                .called())
        .called();
  }

  private void put(String name, byte[] content) throws IOException {
    put(name, content.length, target -> target.write(content));
  }

  private interface Content {
    void writeTo(OutputStream target) throws IOException;
  }

  /// @param content written twice: an entry's checksum comes before it
  private void put(String name, long size, Content content) throws IOException {
    CRC32 sum = new CRC32();
    content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
    ZipEntry entry = new ZipEntry("program/" + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(sum.getValue());
    long begin = written + LOCAL_HEADER + entry.getName().length() + EXTRA_HEADER;
    byte[] extra = padding((int) Math.floorMod(-begin, (long) ALIGNMENT));
    entry.setExtra(extra);
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
    written = begin - EXTRA_HEADER + extra.length + size;
  }

  /// The field that PyTorch itself fills up with.
  private static byte[] padding(int length) {
    byte[] extra = new byte[EXTRA_HEADER + length];
    Arrays.fill(extra, (byte) 'Z');
    extra[0] = 'F';
    extra[1] = 'B';
    extra[2] = (byte) length;
    extra[3] = 0;
    return extra;
  }
}
