package org.shilpi.basemodel;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.shilpi.job.Problem;
import tools.jackson.databind.JsonNode;

/// Weights in several files beside an index that tells which tensor is in which file
/// (`{"weight_map": {"<tensor>": "<file>", …}}`). Index and files must tell the same: a tensor more
/// or less on either side is refused.
final class ShardedWeights implements TensorSource {
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int MOST_FILES = 1000;

  /// Opens one of the files.
  interface Opening {
    TensorSource open(Path file) throws IOException;
  }

  private final String index;
  private final List<TensorSource> files;
  private final SequencedMap<String, TensorSource> holders;

  private ShardedWeights(
      String index, List<TensorSource> files, SequencedMap<String, TensorSource> holders) {
    this.index = index;
    this.files = files;
    this.holders = holders;
  }

  /// @throws Problem if index and files do not tell the same, or one of them is damaged
  static ShardedWeights open(Path index, String suffix, Opening opening) throws IOException {
    SequencedMap<String, String> map = map(index, suffix);
    String name = String.valueOf(index.getFileName());
    List<TensorSource> files = new ArrayList<>();
    try {
      SequencedMap<String, TensorSource> holders = new LinkedHashMap<>();
      for (String file : new LinkedHashSet<>(map.values())) {
        Path path = index.resolveSibling(file);
        ModelFolder.requirePlainFile(path);
        TensorSource source = opening.open(path);
        files.add(source);
        for (String tensor : source.names()) {
          if (!file.equals(map.get(tensor))) {
            throw Problem.of("problem.basemodel.shards.surplus", file, tensor, name);
          }
          holders.put(tensor, source);
        }
      }
      for (Map.Entry<String, String> promise : map.entrySet()) {
        if (!holders.containsKey(promise.getKey())) {
          throw Problem.of(
              "problem.basemodel.shards.missing", promise.getValue(), promise.getKey(), name);
        }
      }
      return new ShardedWeights(name, files, holders);
    } catch (IOException | RuntimeException e) {
      files.forEach(TensorSource::close);
      throw e;
    }
  }

  /// The files an index names, in its order.
  static Set<String> files(Path index, String suffix) throws IOException {
    return new LinkedHashSet<>(map(index, suffix).values());
  }

  private static SequencedMap<String, String> map(Path index, String suffix) throws IOException {
    String name = String.valueOf(index.getFileName());
    JsonNode map = StrictJson.read(index).path("weight_map");
    SequencedMap<String, String> holders = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : map.properties()) {
      JsonNode file = entry.getValue();
      if (!file.isString()
          || !FILE.matcher(file.stringValue()).matches()
          || !file.stringValue().endsWith(suffix)) {
        throw Problem.of("problem.basemodel.shards.index", name);
      }
      holders.put(entry.getKey(), file.stringValue());
    }
    if (holders.isEmpty() || Set.copyOf(holders.values()).size() > MOST_FILES) {
      throw Problem.of("problem.basemodel.shards.index", name);
    }
    return holders;
  }

  @Override
  public String file() {
    return index;
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(holders.sequencedKeySet());
  }

  @Override
  public TensorType type(String name) {
    return holder(name).type(name);
  }

  @Override
  public List<Long> shapeOf(String name) {
    return holder(name).shapeOf(name);
  }

  @Override
  public FloatBuffer floats(String name) {
    return holder(name).floats(name);
  }

  @Override
  public Tensor tensor(String name) {
    return holder(name).tensor(name);
  }

  private TensorSource holder(String name) {
    TensorSource holder = holders.get(name);
    if (holder == null) {
      throw new IllegalArgumentException(index + " has no tensor " + name);
    }
    return holder;
  }

  @Override
  public void close() {
    files.forEach(TensorSource::close);
  }
}
