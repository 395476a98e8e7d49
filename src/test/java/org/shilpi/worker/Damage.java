package org.shilpi.worker;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Damages files the way disks, mail gateways and attackers do.
final class Damage {
  private Damage() {}

  /// @param other a file whose parts may get into this one
  static byte[] of(byte[] bytes, byte[] other, RandomGenerator random) {
    byte[] damaged = bytes.length == 0 ? new byte[] {1} : bytes.clone();
    switch (random.nextInt(8)) {
      case 0 -> damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length) + 1);
      case 1 -> damaged = twice(damaged, random);
      case 2 -> extremes(damaged, random);
      case 3 -> swap(damaged, random);
      case 4 -> damaged = spliced(damaged, other, random);
      default -> flip(damaged, random);
    }
    return damaged;
  }

  private static void flip(byte[] bytes, RandomGenerator random) {
    int flips = 1 + random.nextInt(Math.max(1, bytes.length / 200));
    for (int i = 0; i < flips; i++) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  // Lengths and offsets that nobody expects.
  private static void extremes(byte[] bytes, RandomGenerator random) {
    for (int i = 0; i < 8 && bytes.length > 8; i++) {
      int at = random.nextInt(bytes.length - 8);
      Arrays.fill(bytes, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
    }
  }

  private static void swap(byte[] bytes, RandomGenerator random) {
    int length = Math.max(1, bytes.length / 8);
    int from = random.nextInt(bytes.length - length + 1);
    int to = random.nextInt(bytes.length - length + 1);
    byte[] part = Arrays.copyOfRange(bytes, from, from + length);
    System.arraycopy(bytes, to, bytes, from, length);
    System.arraycopy(part, 0, bytes, to, length);
  }

  // The start of one and the end of another.
  private static byte[] spliced(byte[] bytes, byte[] other, RandomGenerator random) {
    int start = random.nextInt(bytes.length);
    int end = random.nextInt(other.length + 1);
    byte[] both = Arrays.copyOf(bytes, start + end);
    System.arraycopy(other, other.length - end, both, start, end);
    return both;
  }

  private static byte[] twice(byte[] bytes, RandomGenerator random) {
    int at = random.nextInt(bytes.length);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + at);
    System.arraycopy(bytes, 0, longer, bytes.length, at);
    return longer;
  }
}
