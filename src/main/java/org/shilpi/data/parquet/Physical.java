package org.shilpi.data.parquet;

/// How values lie in the file, in the order of the format's numbers.
enum Physical {
  BOOLEAN,
  INT32,
  INT64,
  INT96,
  FLOAT,
  DOUBLE,
  BYTE_ARRAY,
  FIXED;

  static Physical of(int number) throws Broken {
    if (number < 0 || number >= values().length) {
      throw new Broken("type " + number);
    }
    return values()[number];
  }

  /// Bytes of a value; 0 where it varies, or is told elsewhere.
  int width() {
    return switch (this) {
      case INT32, FLOAT -> Integer.BYTES;
      case INT64, DOUBLE -> Long.BYTES;
      case INT96 -> 12;
      case BOOLEAN, BYTE_ARRAY, FIXED -> 0;
    };
  }
}
