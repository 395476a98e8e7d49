package org.shilpi.data.parquet;

import java.util.Arrays;
import java.util.List;

/// The values of a page, as a table shows them.
@FunctionalInterface
interface Texts {
  String next() throws Broken;

  /// @param encoding number of the way in which the values are written
  /// @param dictionary what encodings that need one point to
  static Texts of(Column column, int encoding, Bytes in, List<String> dictionary) throws Broken {
    return switch (encoding) {
      case 0 -> column.physical() == Physical.BOOLEAN ? bits(column, in) : () -> column.plain(in);
      case 2, 8 -> pointers(in, dictionary);
      case 3 -> runs(column, in.part(in.int32()));
      case 5 -> differences(column, in);
      case 6 -> lengths(column, in);
      case 7 -> prefixes(column, in);
      case 9 -> streams(column, in);
      default -> throw new Broken("encoding " + encoding);
    };
  }

  private static Texts bits(Column column, Bytes in) {
    int[] state = new int[2];
    return () -> {
      if (state[1] == 0) {
        state[0] = in.next();
        state[1] = 8;
      }
      int bit = state[0] & 1;
      state[0] >>= 1;
      state[1]--;
      return column.show(bit);
    };
  }

  private static Texts runs(Column column, Bytes in) throws Broken {
    Hybrid bits = new Hybrid(in, 1);
    return () -> column.show(bits.next());
  }

  private static Texts pointers(Bytes in, List<String> dictionary) throws Broken {
    // A page without values has not even a width.
    Hybrid pointers = new Hybrid(in, in.left() == 0 ? 1 : in.next());
    return () -> {
      int pointer = pointers.next();
      if (pointer < 0 || pointer >= dictionary.size()) {
        throw new Broken("entry " + pointer + " of " + dictionary.size());
      }
      return dictionary.get(pointer);
    };
  }

  private static Texts differences(Column column, Bytes in) throws Broken {
    Delta numbers = new Delta(in);
    boolean narrow = column.physical() == Physical.INT32;
    return () -> column.show(narrow ? (int) numbers.next() : numbers.next());
  }

  /// All lengths, then all bytes.
  private static Texts lengths(Column column, Bytes in) throws Broken {
    Delta lengths = ahead(in);
    return () -> {
      int length = length(lengths.next());
      int start = in.skip(length);
      return column.show(in.array(), start, length);
    };
  }

  /// What each value shares with the one before it, then what it does not.
  private static Texts prefixes(Column column, Bytes in) throws Broken {
    Delta prefixes = ahead(in);
    Delta lengths = ahead(in);
    byte[][] before = {new byte[0]};
    return () -> {
      int prefix = length(prefixes.next());
      int length = length(lengths.next());
      int start = in.skip(length);
      if (prefix > before[0].length) {
        throw new Broken("a prefix of " + prefix + " of " + before[0].length);
      }
      byte[] value = Arrays.copyOf(before[0], prefix + length);
      System.arraycopy(in.array(), start, value, prefix, length);
      before[0] = value;
      return column.show(value, 0, value.length);
    };
  }

  /// Numbers that what follows is needed with: they are passed over once, and read when they are
  /// asked for.
  private static Delta ahead(Bytes in) throws Broken {
    Bytes again = in.rest();
    new Delta(in).skipRest();
    return new Delta(again);
  }

  private static int length(long length) throws Broken {
    if (length < 0 || length > Integer.MAX_VALUE / 2) {
      throw new Broken("a length of " + length);
    }
    return (int) length;
  }

  /// All first bytes, all second bytes, …
  private static Texts streams(Column column, Bytes in) throws Broken {
    int width = column.bytes();
    if (width == 0) {
      throw new Broken("streams of values without a width");
    }
    int count = in.left() / width;
    int start = in.skip(in.left());
    int[] next = new int[1];
    return () -> {
      if (next[0] == count) {
        throw new Broken("more than " + count + " values wanted");
      }
      byte[] value = new byte[width];
      for (int i = 0; i < width; i++) {
        value[i] = in.array()[start + i * count + next[0]];
      }
      next[0]++;
      return column.plain(new Bytes(value));
    };
  }
}
