package org.shilpi.data.parquet;

/// What a column's values stand for, as its logical or, in older files, converted type says.
///
/// @param detail digits after the point of a decimal, or of a second
record Meaning(Kind kind, int detail) {
  enum Kind {
    /// As the physical type has it; bytes are text where they can be.
    PLAIN,
    TEXT,
    UNSIGNED,
    DECIMAL,
    DATE,
    TIME,
    /// In universal time.
    MOMENT,
    LOCAL_MOMENT,
    UUID,
    HALF,
    /// A list, or a map, which is a list of pairs.
    LISTED,
    /// Nothing to read.
    OPAQUE
  }

  static final Meaning PLAIN = new Meaning(Kind.PLAIN, 0);

  private static final int MOST_DIGITS = 1_000;

  static Meaning of(Kind kind) {
    return new Meaning(kind, 0);
  }

  static Meaning decimal(int scale) throws Broken {
    if (scale < 0 || scale > MOST_DIGITS) {
      throw new Broken(scale + " digits");
    }
    return new Meaning(Kind.DECIMAL, scale);
  }

  /// @param number the older way of saying it
  static Meaning converted(int number, int scale) throws Broken {
    return switch (number) {
      case 0, 4, 19 -> of(Kind.TEXT);
      case 1, 2, 3 -> of(Kind.LISTED);
      case 5 -> decimal(scale);
      case 6 -> of(Kind.DATE);
      case 7 -> new Meaning(Kind.TIME, 3);
      case 8 -> new Meaning(Kind.TIME, 6);
      case 9 -> new Meaning(Kind.MOMENT, 3);
      case 10 -> new Meaning(Kind.MOMENT, 6);
      case 11, 12, 13, 14 -> of(Kind.UNSIGNED);
      case 20, 21 -> of(Kind.OPAQUE);
      default -> PLAIN;
    };
  }

  /// Reads the logical type, a structure with one field of many.
  static Meaning logical(Thrift in) throws Broken {
    Meaning meaning = PLAIN;
    in.begin();
    while (in.field()) {
      switch (in.id()) {
        case 1, 4, 12 -> meaning = of(Kind.TEXT, in);
        case 2, 3 -> meaning = of(Kind.LISTED, in);
        case 5 -> meaning = decimal(in);
        case 6 -> meaning = of(Kind.DATE, in);
        case 7 -> meaning = moment(in, Kind.TIME, Kind.TIME);
        case 8 -> meaning = moment(in, Kind.MOMENT, Kind.LOCAL_MOMENT);
        case 10 -> meaning = integer(in);
        case 14 -> meaning = of(Kind.UUID, in);
        case 15 -> meaning = of(Kind.HALF, in);
        case 13, 17, 18 -> meaning = of(Kind.OPAQUE, in);
        default -> in.skip();
      }
    }
    return meaning;
  }

  private static Meaning of(Kind kind, Thrift in) throws Broken {
    in.skip();
    return of(kind);
  }

  private static Meaning decimal(Thrift in) throws Broken {
    int scale = 0;
    in.begin();
    while (in.field()) {
      if (in.id() == 1) {
        scale = in.size();
      } else {
        in.skip();
      }
    }
    return decimal(scale);
  }

  private static Meaning integer(Thrift in) throws Broken {
    boolean signed = true;
    in.begin();
    while (in.field()) {
      if (in.id() == 2) {
        signed = in.bool();
      } else {
        in.skip();
      }
    }
    return signed ? PLAIN : of(Kind.UNSIGNED);
  }

  private static Meaning moment(Thrift in, Kind universal, Kind local) throws Broken {
    boolean utc = false;
    int digits = 3;
    in.begin();
    while (in.field()) {
      switch (in.id()) {
        case 1 -> utc = in.bool();
        case 2 -> digits = unit(in);
        default -> in.skip();
      }
    }
    return new Meaning(utc ? universal : local, digits);
  }

  private static int unit(Thrift in) throws Broken {
    int digits = 3;
    in.begin();
    while (in.field()) {
      digits = 3 * Math.clamp(in.id(), 1, 3);
      in.skip();
    }
    return digits;
  }
}
