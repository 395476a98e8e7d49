package org.shilpi.data.parquet;

/// What a page says of itself.
///
/// @param packed bytes in the file
/// @param size bytes unpacked
/// @param values how many, counting those that are missing
/// @param definitions bytes of the definition levels, where they lie apart
/// @param repetitions bytes of the repetition levels, where they lie apart
/// @param compressed whether the values of a page with levels apart are packed
/// @param checksum CRC-32 of the bytes in the file, or [#NO_CHECKSUM]
record PageHead(
    int type,
    int packed,
    int size,
    int values,
    int encoding,
    int definitions,
    int repetitions,
    boolean compressed,
    long checksum) {
  static final int DATA = 0;
  static final int DICTIONARY = 2;
  static final int DATA_LEVELS_APART = 3;
  static final long NO_CHECKSUM = -1;

  static PageHead read(Bytes bytes) throws Broken {
    return new Reading(new Thrift(bytes)).head();
  }

  private static final class Reading {
    private final Thrift in;
    private int type = -1;
    private int packed;
    private int size;
    private int values;
    private int encoding;
    private int definitions;
    private int repetitions;
    private boolean compressed = true;
    private long checksum = NO_CHECKSUM;

    Reading(Thrift in) {
      this.in = in;
    }

    PageHead head() throws Broken {
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 1 -> type = in.size();
          case 2 -> size = in.size();
          case 3 -> packed = in.size();
          case 4 -> checksum = in.number() & 0xFFFF_FFFFL;
          case 5, 7 -> values();
          case 8 -> valuesAndLevels();
          default -> in.skip();
        }
      }
      return new PageHead(
          type, packed, size, values, encoding, definitions, repetitions, compressed, checksum);
    }

    private void values() throws Broken {
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 1 -> values = in.size();
          case 2 -> encoding = in.size();
          default -> in.skip();
        }
      }
    }

    private void valuesAndLevels() throws Broken {
      in.begin();
      while (in.field()) {
        switch (in.id()) {
          case 1 -> values = in.size();
          case 4 -> encoding = in.size();
          case 5 -> definitions = in.size();
          case 6 -> repetitions = in.size();
          case 7 -> compressed = in.bool();
          default -> in.skip();
        }
      }
    }
  }
}
