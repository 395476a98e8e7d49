package org.shilpi.djl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.DoubleConsumer;
import org.shilpi.djl.EmbeddingCache.Key;
import org.shilpi.job.JobContext;

/// Makes one vector of each text with a frozen encoder, equal texts once, those in the cache not at
/// all.
final class Embedder {
  /// Padded tokens of a batch: where two cores are busiest.
  static final int BUDGET = 4096;

  /// Vectors that go to disk together: what a stop loses at most.
  private static final int FLUSH = 4096;

  private final Encoder encoder;
  private final EmbeddingCache cache;
  private int computed;

  Embedder(Encoder encoder, EmbeddingCache cache) {
    this.encoder = encoder;
    this.cache = cache;
  }

  /// @param texts as they are, for the cache
  /// @param ids their tokens
  /// @param progress share of the work done, 0 to 1
  /// @return one vector a text, in order; equal texts share one
  float[][] embed(List<String> texts, List<int[]> ids, JobContext context, DoubleConsumer progress)
      throws IOException {
    List<Key> keys = texts.stream().map(Key::of).toList();
    Map<Key, float[]> vectors = new HashMap<>(cache.find(new HashSet<>(keys)));
    SequencedMap<Key, int[]> absent = absent(keys, ids, vectors.keySet());
    List<Key> missing = List.copyOf(absent.sequencedKeySet());
    List<int[]> tokens = List.copyOf(absent.sequencedValues());
    int done = 0;
    List<Key> fresh = new ArrayList<>();
    List<float[]> made = new ArrayList<>();
    int[] lengths = tokens.stream().mapToInt(row -> row.length).toArray();
    for (int[] batch : Batches.byLength(lengths, BUDGET)) {
      if (context.cancelled() || fresh.size() >= FLUSH) {
        flush(fresh, made, vectors);
        context.checkCancelled();
      }
      made.addAll(List.of(encoder.embed(Arrays.stream(batch).mapToObj(tokens::get).toList())));
      Arrays.stream(batch).mapToObj(missing::get).forEach(fresh::add);
      done += batch.length;
      progress.accept((double) done / missing.size());
    }
    computed += done;
    flush(fresh, made, vectors);
    return keys.stream().map(vectors::get).toArray(float[][]::new);
  }

  /// The tokens of those texts that have no vector yet, equal texts once.
  List<int[]> missing(List<String> texts, List<int[]> ids) throws IOException {
    List<Key> keys = texts.stream().map(Key::of).toList();
    return List.copyOf(
        absent(keys, ids, cache.find(new HashSet<>(keys)).keySet()).sequencedValues());
  }

  private static SequencedMap<Key, int[]> absent(List<Key> keys, List<int[]> ids, Set<Key> known) {
    SequencedMap<Key, int[]> absent = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      if (!known.contains(keys.get(i))) {
        absent.putIfAbsent(keys.get(i), ids.get(i));
      }
    }
    return absent;
  }

  /// Texts that went through the encoder so far.
  int computed() {
    return computed;
  }

  private void flush(List<Key> keys, List<float[]> made, Map<Key, float[]> vectors)
      throws IOException {
    if (!keys.isEmpty()) {
      cache.add(keys, made);
      for (int i = 0; i < keys.size(); i++) {
        vectors.put(keys.get(i), made.get(i));
      }
      keys.clear();
      made.clear();
    }
  }
}
