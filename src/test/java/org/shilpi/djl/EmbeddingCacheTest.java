package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.djl.EmbeddingCache.Key;

class EmbeddingCacheTest {
  private static final Key SOUP = Key.of("soup");
  private static final Key BREAD = Key.of("bread");

  @TempDir Path folder;

  @Test
  void givesBackWhatWasAsked() throws IOException {
    new EmbeddingCache(folder, 2).add(List.of(SOUP, BREAD), List.of(vector(1, 2), vector(3, 4)));
    assertThat(new EmbeddingCache(folder, 2).find(Set.of(BREAD, Key.of("cheese"))))
        .containsOnlyKeys(BREAD)
        .hasEntrySatisfying(BREAD, vector -> assertThat(vector).containsExactly(3, 4));
  }

  @Test
  void forgetsADamagedFileAndOneOfAnotherWidth() throws IOException {
    new EmbeddingCache(folder, 2).add(List.of(SOUP), List.of(vector(1, 2)));
    Files.writeString(folder.resolve("torn.safetensors"), "half of a file");
    assertThat(new EmbeddingCache(folder, 2).find(Set.of(SOUP))).containsOnlyKeys(SOUP);
    assertThat(folder.resolve("torn.safetensors")).doesNotExist();
    assertThat(new EmbeddingCache(folder, 3).find(Set.of(SOUP))).isEmpty();
  }

  private static float[] vector(float... values) {
    return values;
  }
}
