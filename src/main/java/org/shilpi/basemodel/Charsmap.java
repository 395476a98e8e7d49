package org.shilpi.basemodel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;

/// The table by which SentencePiece replaces characters (`precompiled_charsmap`): the length of a
/// trie in bytes, the trie as a double array of 32-bit units, and the replacements as UTF-8, each
/// ended by a zero. Format: `src/normalizer.cc` of SentencePiece and darts-clone.
///
/// The tokenizers library walks the trie without looking at its bounds, and a step outside ends the
/// whole process; so every step that any text can make is made here before.
final class Charsmap {
  private static final int LABEL = 1 << 31 | 0xff;
  private static final int VALUE = Integer.MAX_VALUE;

  private final IntBuffer units;
  private final byte[] replacements;

  private Charsmap(IntBuffer units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
  }

  /// Whether no text can lead out of the table.
  static boolean isSound(String base64) {
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.remaining() < 2 * Integer.BYTES) {
        return false;
      }
      int length = bytes.getInt();
      if (length <= 0 || length % Integer.BYTES != 0 || length > bytes.remaining()) {
        return false;
      }
      IntBuffer units = bytes.slice(Integer.BYTES, length).order(bytes.order()).asIntBuffer();
      ByteBuffer rest = bytes.position(Integer.BYTES + length);
      byte[] replacements = new byte[rest.remaining()];
      rest.get(replacements);
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
      return new Charsmap(units, replacements).isClosed();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return false;
    }
  }

  private boolean isClosed() {
    BitSet seen = new BitSet();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    open.add(offset(units.get(0)));
    while (!open.isEmpty()) {
      int from = open.remove();
      for (int label = 1; label <= 0xff; label++) {
        int at = from ^ label;
        if (at < 0 || at >= units.limit()) {
          return false;
        }
        int unit = units.get(at);
        if ((unit & LABEL) == label) {
          int next = at ^ offset(unit);
          if (next < 0 || next >= units.limit()) {
            return false;
          }
          if ((unit >> 8 & 1) == 1 && !isPlace(units.get(next) & VALUE)) {
            return false;
          }
          if (!seen.get(next)) {
            seen.set(next);
            open.add(next);
          }
        }
      }
    }
    return true;
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & 1 << 9) >> 6);
  }

  /// Whether a replacement may begin here: not within a character.
  private boolean isPlace(int at) {
    return at == replacements.length
        || at < replacements.length && (replacements[at] & 0xc0) != 0x80;
  }
}
