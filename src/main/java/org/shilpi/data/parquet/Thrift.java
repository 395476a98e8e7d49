package org.shilpi.data.parquet;

/// Structures in Thrift's compact protocol, read field by field: `thrift.begin(); while
/// (thrift.field()) switch (thrift.id()) { … default -> thrift.skip(); }`.
final class Thrift {
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int MAP = 11;
  private static final int STRUCT = 12;

  private static final int DEEPEST = 32;

  private final Bytes in;
  private final int[] outer = new int[DEEPEST];
  private int depth;
  private int lists;
  private int id;
  private int type;

  Thrift(Bytes in) {
    this.in = in;
    this.type = STRUCT;
  }

  /// Enters the structure that comes next: the outermost, a field, or one of a list.
  void begin() throws Broken {
    expect(STRUCT);
    if (depth == DEEPEST) {
      throw new Broken("structures in structures");
    }
    outer[depth++] = id;
    id = 0;
  }

  /// Goes to the structure's next field; at its end leaves it and says false.
  boolean field() throws Broken {
    int head = in.next();
    type = head & 0x0F;
    if (type == 0) {
      id = outer[--depth];
      type = STRUCT; // the next one of a list
      return false;
    }
    id = head >> 4 == 0 ? (int) in.zigzag() : id + (head >> 4);
    return true;
  }

  int id() {
    return id;
  }

  boolean bool() throws Broken {
    if (type != TRUE && type != FALSE) {
      throw new Broken("no truth value in field " + id);
    }
    return type == TRUE;
  }

  /// A whole number of any width.
  long number() throws Broken {
    if (type == BYTE) {
      return (byte) in.next();
    }
    if (type < BYTE || type >= DOUBLE) {
      throw new Broken("no number in field " + id);
    }
    return in.zigzag();
  }

  /// A number that fits 32 bits and is not negative.
  int size() throws Broken {
    long size = number();
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw new Broken("a size of " + size);
    }
    return (int) size;
  }

  String text() throws Broken {
    expect(BINARY);
    return in.text(in.count(in.left()));
  }

  /// Enters a list of structures; [#begin()] goes to each.
  ///
  /// @return how many there are, at most as many as bytes are left
  int structures() throws Broken {
    expect(LIST);
    int count = listed();
    if (count > 0) {
      expect(STRUCT);
    }
    return count;
  }

  private int listed() throws Broken {
    int head = in.next();
    type = head & 0x0F;
    return head >> 4 == 0x0F ? in.count(in.left()) : head >> 4;
  }

  private void expect(int wanted) throws Broken {
    if (type != wanted) {
      throw new Broken("type " + type + " in field " + id);
    }
  }

  /// Passes over the present field.
  void skip() throws Broken {
    skip(type, false);
  }

  private void skip(int skipped, boolean listed) throws Broken {
    switch (skipped) {
      case TRUE, FALSE -> in.skip(listed ? 1 : 0);
      case BYTE -> in.skip(1);
      case 4, 5, 6 -> in.varint();
      case DOUBLE -> in.skip(Double.BYTES);
      case BINARY -> in.skip(in.count(in.left()));
      case LIST, SET, MAP -> {
        if (++lists > DEEPEST) {
          throw new Broken("lists in lists");
        }
        if (skipped == MAP) {
          skipMap();
        } else {
          skipList();
        }
        lists--;
      }
      case STRUCT -> {
        type = STRUCT;
        begin();
        while (field()) {
          skip();
        }
      }
      default -> throw new Broken("type " + skipped);
    }
  }

  private void skipList() throws Broken {
    int count = listed();
    int of = type;
    for (int i = 0; i < count; i++) {
      skip(of, true);
    }
  }

  private void skipMap() throws Broken {
    int count = in.count(in.left());
    if (count == 0) {
      return;
    }
    int types = in.next();
    for (int i = 0; i < count; i++) {
      skip(types >> 4, true);
      skip(types & 0x0F, true);
    }
  }
}
