package org.shilpi.data.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZstdTest {
  /// What lies in words.zst, written by the reference program at level 3: two blocks, with a tree
  /// of literal bytes, tables of three kinds, and a checksum.
  private static byte[] words() {
    String[] all =
        "the bank card of my account was blocked in पुणे 😀 after a transfer".split(" ", -1);
    StringBuilder text = new StringBuilder();
    long state = 7;
    for (int i = 0; i < 2_500; i++) {
      state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      text.append(all[(int) (state >>> 33) % all.length]).append(i % 12 == 11 ? ".\n" : " ");
    }
    return text.toString().repeat(12).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed() throws IOException {
    try (InputStream in = ZstdTest.class.getResourceAsStream("words.zst")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  @Test
  void whatTheReferenceProgramPackedIsUnpacked() throws IOException {
    byte[] words = words();
    assertThat(Zstd.unpack(new Bytes(packed()), words.length)).isEqualTo(words);
  }

  @Test
  void plainAndRepeatedBlocksAndSeveralFramesFollowEachOther() throws IOException {
    byte[] packed =
        HexFormat.of()
            .parseHex(
                "28b52ffd"
                    + "2004"
                    + "210000"
                    + "61626364" // a block of four plain bytes
                    + "502a4d18"
                    + "02000000"
                    + "ffff" // passed over
                    + "28b52ffd"
                    + "2006"
                    + "330000"
                    + "7a"); // six times the same
    assertThat(new String(Zstd.unpack(new Bytes(packed), 10), StandardCharsets.US_ASCII))
        .isEqualTo("abcdzzzzzz");
  }

  @Test
  void whatIsSpoiltIsBrokenAndNothingElse() throws IOException {
    byte[] packed = packed();
    int size = words().length;
    Random random = new Random(3);
    int broken = 0;
    for (int i = 0; i < 400; i++) {
      byte[] bad =
          i % 4 == 0 ? Arrays.copyOf(packed, random.nextInt(packed.length)) : packed.clone();
      if (i % 4 > 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(Zstd.unpack(new Bytes(bad), size)).hasSize(size);
      } catch (Broken expected) {
        broken++;
      }
    }
    assertThat(broken).isGreaterThan(200);
    assertThatThrownBy(() -> Zstd.unpack(new Bytes(packed), size - 1)).isInstanceOf(Broken.class);
    assertThatThrownBy(() -> Zstd.unpack(new Bytes(packed), size + 1)).isInstanceOf(Broken.class);
  }
}
