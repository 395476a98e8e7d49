package org.shilpi.basemodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.Disk;
import org.shilpi.text.Messages;

/// Hundreds of damaged models, the same each time: a problem with a cause and a cure, or a model
/// that is whole; never anything else, and nothing left behind. More of them, with other seeds:
/// `-Dshilpi.mutations=20000`.
class MutatedModelsTest {
  private static final int CASES = Integer.getInteger("shilpi.mutations", 200);

  /// Far above what reading a sound one takes, far below what a hostile number would ask for.
  private static final long MOST_ALLOCATED = 64L << 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path temp;
  private final List<SequencedMap<String, byte[]>> sound = new ArrayList<>();
  private Catalogue catalogue;
  private Path data;
  private int refused;
  private int accepted;

  @BeforeEach
  void soundModelsInEveryFormat() throws IOException {
    data = temp.resolve("data");
    catalogue = new Catalogue(data);
    Path folder = TinyBert.in(temp.resolve("sound"));
    Map<String, Tensor> weights = TinyBert.weights(ModelConfig.read(folder));
    byte[] config = Files.readAllBytes(folder.resolve("config.json"));
    byte[] tokenizer = Files.readAllBytes(folder.resolve("tokenizer.json"));
    byte[] safetensors = Files.readAllBytes(folder.resolve("model.safetensors"));
    sound.add(model(config, tokenizer, "model.safetensors", safetensors));
    sound.add(
        model(config, tokenizer, "model.safetensors.index.json", index(weights, "a.safetensors")));
    sound.getLast().put("a.safetensors", safetensors);
    Path file = temp.resolve("file");
    TorchFiles.save(file, weights);
    sound.add(model(config, tokenizer, "pytorch_model.bin", Files.readAllBytes(file)));
    TorchFiles.saveAsBefore(file, weights);
    sound.add(model(config, tokenizer, "pytorch_model.bin", Files.readAllBytes(file)));
    sound.add(model(config, tokenizer, "pytorch_model.bin.index.json", index(weights, "a.bin")));
    sound.getLast().put("a.bin", Files.readAllBytes(file));
    for (var one : sound) {
      assertThat(importing(write(one))).as("%s", one.keySet()).isTrue();
    }
  }

  @Test
  void folders() throws IOException {
    for (int seed = 0; seed < CASES / 2; seed++) {
      Random random = new Random(seed);
      SequencedMap<String, byte[]> files = new LinkedHashMap<>(sound.get(seed % sound.size()));
      List<String> weights = files.keySet().stream().skip(2).toList();
      String file = weights.get(random.nextInt(weights.size()));
      files.compute(file, (name, bytes) -> Mutations.ofBytes(bytes, random));
      survives(write(files), "folder " + seed);
    }
    assertBothHappened(CASES / 2);
  }

  @Test
  void zipFiles() throws IOException {
    for (int seed = 0; seed < CASES / 2; seed++) {
      Random random = new Random(seed);
      byte[] zip =
          TorchFiles.zip(
              sound.get(seed % sound.size()),
              random.nextBoolean() ? ZipEntry.STORED : ZipEntry.DEFLATED);
      Path file = Files.write(temp.resolve("model.zip"), Mutations.ofBytes(zip, random));
      survives(file, "zip file " + seed);
    }
    assertBothHappened(CASES / 2);
  }

  @Test
  void configurationsAndTokenizers() throws IOException {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      SequencedMap<String, byte[]> files = new LinkedHashMap<>(sound.getFirst());
      String file = random.nextBoolean() ? "config.json" : "tokenizer.json";
      files.compute(
          file,
          (name, bytes) ->
              random.nextInt(4) == 0
                  ? Mutations.ofBytes(bytes, random)
                  : Mutations.ofJson(new String(bytes, StandardCharsets.UTF_8), random)
                      .getBytes(StandardCharsets.UTF_8));
      survives(write(files), file + " " + seed);
    }
    assertBothHappened(CASES);
  }

  private void survives(Path source, String what) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      accepted += importing(source) ? 1 : 0;
    } catch (Problem refusal) {
      refused++;
      for (String language : new String[] {"en", "hi"}) {
        assertThat(new Messages(language).explain(refusal))
            .as(what)
            .isNotBlank()
            .doesNotContain("\n");
      }
    } catch (IOException | RuntimeException e) {
      throw new AssertionError(what, e);
    }
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
        .as(what)
        .isLessThan(MOST_ALLOCATED);
    assertThat(catalogue.list()).as(what).hasSize(1);
    try (Stream<Path> left = Files.list(data.resolve("models"))) {
      assertThat(left).as(what).isEmpty();
    }
  }

  /// A model that was accepted must be readable to its last value; it is then taken out again.
  private boolean importing(Path source) throws IOException {
    BaseModel model = catalogue.importFrom(source, JobContext.quiet());
    Path folder = catalogue.folder(model.id(), JobContext.quiet());
    float sum = 0;
    try (TensorSource weights = TensorSource.open(folder)) {
      for (String name :
          ModelTensors.locate(ModelConfig.read(folder), weights, weights.file()).values()) {
        var values = weights.floats(name);
        while (values.hasRemaining()) {
          sum += values.get();
        }
      }
    }
    Disk.delete(folder);
    return !Float.isInfinite(sum) || sum != 0;
  }

  private void assertBothHappened(int cases) {
    assertThat(refused).isGreaterThan(cases / 4);
    assertThat(accepted).isPositive();
    assertThat(refused + accepted).isEqualTo(cases);
  }

  private static SequencedMap<String, byte[]> model(
      byte[] config, byte[] tokenizer, String weights, byte[] content) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    files.put("config.json", config);
    files.put("tokenizer.json", tokenizer);
    files.put(weights, content);
    return files;
  }

  private static byte[] index(Map<String, Tensor> weights, String file) {
    Map<String, String> map = new LinkedHashMap<>();
    weights.keySet().forEach(name -> map.put(name, file));
    return StrictJson.print(Map.of("weight_map", map));
  }

  private Path write(Map<String, byte[]> files) throws IOException {
    Path folder = temp.resolve("mutated");
    Disk.delete(folder);
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }
}
