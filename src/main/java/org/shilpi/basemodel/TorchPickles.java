package org.shilpi.basemodel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shilpi.job.Problem;

/// The format that PyTorch saved before 1.6, in which many older models are still published: four
/// pickles (a magic number, a version, facts about the machine, the content) and a fifth with the
/// keys of the storages, which follow one after the other, each with its number of values in front.
/// Layout: `_legacy_save` of <https://github.com/pytorch/pytorch/blob/main/torch/serialization.py>.
///
/// @param content what the fourth pickle holds
/// @param places where each storage's values begin, by key
record TorchPickles(MappedFile file, Object content, Map<String, Place> places)
    implements TorchFile.Storages {
  /// The first two pickles, always the same: 0x1950a86a20f9469cfc6c and 1001.
  private static final byte[] MAGIC =
      HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e80024de9032e");

  private static final int LONGEST_PICKLES = 32 << 20;

  record Place(long begin, long elements) {}

  static boolean accepts(MappedFile file) {
    return file.size() >= MAGIC.length
        && MemorySegment.ofArray(MAGIC).mismatch(file.slice(0, MAGIC.length)) < 0;
  }

  /// @throws Problem if it is damaged or asks for what no file of tensors needs
  static TorchPickles read(MappedFile file) {
    long length = Math.min(file.size() - MAGIC.length, LONGEST_PICKLES);
    ByteBuffer code =
        file.slice(MAGIC.length, length).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    Object machine = Unpickler.read(code, file.name());
    if (!(machine instanceof Map<?, ?> facts) || !Boolean.TRUE.equals(facts.get("little_endian"))) {
      throw Problem.of("problem.basemodel.pickle.order", file.name());
    }
    Object content = Unpickler.read(code, file.name());
    Object keys = Unpickler.read(code, file.name());
    if (!(content instanceof Map<?, ?> tensors) || !(keys instanceof List<?> inOrder)) {
      throw damaged(file);
    }
    return new TorchPickles(
        file, content, places(file, MAGIC.length + code.position(), inOrder, types(tensors)));
  }

  private static Map<String, TensorType> types(Map<?, ?> tensors) {
    Map<String, TensorType> types = new HashMap<>();
    for (Object value : tensors.values()) {
      if (value instanceof TorchTensor tensor) {
        types.put(tensor.storage().key(), tensor.type());
      }
    }
    return types;
  }

  private static Map<String, Place> places(
      MappedFile file, long begin, List<?> keys, Map<String, TensorType> types) {
    Map<String, Place> places = new LinkedHashMap<>();
    long at = begin;
    for (Object key : keys) {
      TensorType type = key instanceof String ? types.get(key) : null;
      if (type == null || file.size() - at < Long.BYTES) {
        throw damaged(file);
      }
      long elements = file.longAt(at);
      at += Long.BYTES;
      if (elements < 0 || elements > (file.size() - at) / type.bytes()) {
        throw damaged(file);
      }
      if (places.put((String) key, new Place(at, elements)) != null) {
        throw damaged(file);
      }
      at += elements * type.bytes();
    }
    if (at != file.size()) {
      throw damaged(file);
    }
    return places;
  }

  @Override
  public MemorySegment find(TorchStorage storage) {
    Place place = places.get(storage.key());
    if (place == null
        || place.elements() != storage.elements()
        || storage.bytes() > file.size() - place.begin()) {
      throw damaged(file);
    }
    return file.slice(place.begin(), storage.bytes());
  }

  private static Problem damaged(MappedFile file) {
    return Problem.of("problem.basemodel.pickle.damaged", file.name());
  }
}
