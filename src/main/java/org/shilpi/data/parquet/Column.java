package org.shilpi.data.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.shilpi.data.parquet.Meaning.Kind;

/// A column of plain values, or of lists of them, and how a value looks in a table.
///
/// @param at which of the file's columns it is, from 0
/// @param width bytes of a value of [Physical#FIXED]
/// @param definition how deep a value that is there is defined
/// @param repetition 1 for lists, else 0
record Column(
    String name,
    int at,
    Physical physical,
    int width,
    Meaning meaning,
    int definition,
    int repetition) {
  private static final int JULIAN_DAY_1970 = 2_440_588;
  private static final double EXACT = 1L << 53;
  private static final int LONGEST_DECIMAL = 128;

  /// @throws Broken if the value cannot be one of this column
  String show(long value) throws Broken {
    try {
      return switch (meaning.kind()) {
        case UNSIGNED ->
            physical == Physical.INT32
                ? Integer.toUnsignedString((int) value)
                : Long.toUnsignedString(value);
        case DECIMAL -> new BigDecimal(BigInteger.valueOf(value), meaning.detail()).toPlainString();
        case DATE -> LocalDate.ofEpochDay(value).toString();
        case TIME -> LocalTime.ofNanoOfDay(Math.multiplyExact(value, nanos())).toString();
        case MOMENT -> moment(value).toString();
        case LOCAL_MOMENT -> moment(value).atOffset(ZoneOffset.UTC).toLocalDateTime().toString();
        default ->
            physical == Physical.BOOLEAN ? Boolean.toString(value != 0) : Long.toString(value);
      };
    } catch (DateTimeException | ArithmeticException outside) {
      throw new Broken(value + " is outside of its type");
    }
  }

  private long nanos() {
    return switch (meaning.detail()) {
      case 3 -> 1_000_000;
      case 6 -> 1_000;
      default -> 1;
    };
  }

  private Instant moment(long value) {
    long units = 1_000_000_000 / nanos();
    return Instant.ofEpochSecond(
        Math.floorDiv(value, units), Math.floorMod(value, units) * nanos());
  }

  /// Whole numbers without ".0"; what is no number is missing, as the writers of tables mean it.
  static String show(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < EXACT
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /// As many digits as a 32-bit number has.
  static String show(float value) {
    return show(Double.parseDouble(Float.toString(value)));
  }

  /// The next value of a page that lies there as it is.
  String plain(Bytes in) throws Broken {
    return switch (physical) {
      case BOOLEAN -> throw new Broken("truth values that are not bits");
      case INT32 -> show(in.int32());
      case INT64 -> show(in.int64());
      case FLOAT -> show(Float.intBitsToFloat(in.int32()));
      case DOUBLE -> show(Double.longBitsToDouble(in.int64()));
      case INT96 -> oldMoment(in);
      case BYTE_ARRAY -> {
        int length = in.int32();
        int start = in.skip(length);
        yield show(in.array(), start, length);
      }
      case FIXED -> {
        int start = in.skip(width);
        yield show(in.array(), start, width);
      }
    };
  }

  // Nanoseconds of a day, and the day: how Hive and Impala wrote moments.
  private static String oldMoment(Bytes in) throws Broken {
    long nanos = in.int64();
    long day = in.int32() - (long) JULIAN_DAY_1970;
    return Instant.ofEpochSecond(day * 86_400, nanos).toString();
  }

  /// A value that lies in bytes.
  String show(byte[] bytes, int start, int length) throws Broken {
    return switch (meaning.kind()) {
      case TEXT -> new String(bytes, start, length, StandardCharsets.UTF_8);
      case DECIMAL -> decimal(bytes, start, length);
      case UUID -> uuid(bytes, start, length);
      case HALF -> half(bytes, start, length);
      default -> textIfAny(bytes, start, length);
    };
  }

  private String decimal(byte[] bytes, int start, int length) throws Broken {
    if (length > LONGEST_DECIMAL) {
      throw new Broken("a number of " + length + " bytes");
    }
    return length == 0
        ? ""
        : new BigDecimal(new BigInteger(bytes, start, length), meaning.detail()).toPlainString();
  }

  private static String uuid(byte[] bytes, int start, int length) throws Broken {
    if (length != 16) {
      throw new Broken("a UUID of " + length + " bytes");
    }
    ByteBuffer both = ByteBuffer.wrap(bytes, start, length);
    return new UUID(both.getLong(), both.getLong()).toString();
  }

  private static String half(byte[] bytes, int start, int length) throws Broken {
    if (length != Short.BYTES) {
      throw new Broken("half a number of " + length + " bytes");
    }
    ByteBuffer two = ByteBuffer.wrap(bytes, start, length).order(ByteOrder.LITTLE_ENDIAN);
    return show(Float.float16ToFloat(two.getShort()));
  }

  // Older writers did not say that bytes are text; those of a picture are a cell without any.
  private static String textIfAny(byte[] bytes, int start, int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException none) {
      return "";
    }
  }

  /// Whether there is anything to read in it.
  boolean readable() {
    Kind kind = meaning.kind();
    boolean bare = physical == Physical.FIXED && kind == Kind.PLAIN;
    return kind != Kind.OPAQUE && !bare && repetition <= 1;
  }

  /// Bytes of a value, 0 where they vary.
  int bytes() {
    return physical == Physical.FIXED ? width : physical.width();
  }
}
