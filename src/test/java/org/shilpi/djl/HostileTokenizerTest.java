package org.shilpi.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.basemodel.Mutations;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import tools.jackson.databind.node.ObjectNode;

/// The native tokenizers library ends the whole process where a file surprises it. So a tokenizer
/// that the catalogue accepts is one that a process of its own can use on texts of every kind and
/// live. More of them: `-Dshilpi.mutations=2000`.
class HostileTokenizerTest {
  private static final int CASES = Integer.getInteger("shilpi.mutations", 40);

  private static final List<String> TEXTS =
      List.of(
          "The quick brown fox, h\u00e9llo w\u00f6rld! \u6f22\u5b57 \uD83D\uDE00 \u00bd \ufb01",
          "",
          " ",
          "a\u0000b\u00a0c\u200b\ufeff\u0301",
          "x".repeat(300),
          "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e",
          "``hi''   z\t\r\n  [MASK] <mask> </s>");

  @TempDir Path temp;

  @Test
  void whatIsAcceptedEndsNoProcess() throws Exception {
    Path accepted = Files.createDirectories(temp.resolve("accepted"));
    int refused = 0;
    for (String golden :
        List.of(
            "bert/seqcls",
            "roberta/seqcls",
            "xlm_roberta/seqcls",
            "albert/seqcls",
            "deberta_v3/seqcls")) {
      Path source = copy(Goldens.folder(golden));
      String sound = Files.readString(source.resolve("tokenizer.json"));
      keep(source, accepted.resolve(golden.replace("/seqcls", "-sound")));
      for (int seed = 0; seed < CASES; seed++) {
        Random random = new Random(seed);
        Files.writeString(source.resolve("tokenizer.json"), Mutations.ofJson(sound, random));
        try {
          new Catalogue(temp.resolve("data")).check(source);
          keep(source, accepted.resolve(golden.replace("/seqcls", "-") + seed));
        } catch (Problem refusal) {
          refused++;
        }
      }
    }
    for (int seed = 0; seed < CASES; seed++) {
      Path source = temp.resolve("xlm_roberta/seqcls");
      ObjectNode json =
          (ObjectNode) Goldens.json(accepted.resolve("xlm_roberta-sound/tokenizer.json"));
      ObjectNode normalizer = (ObjectNode) json.get("normalizer");
      byte[] table = Base64.getDecoder().decode(normalizer.get("precompiled_charsmap").asString());
      normalizer.put(
          "precompiled_charsmap",
          Base64.getEncoder().encodeToString(Mutations.ofBytes(table, new Random(seed))));
      Files.writeString(source.resolve("tokenizer.json"), json.toString());
      try {
        new Catalogue(temp.resolve("data")).check(source);
        keep(source, accepted.resolve("table-" + seed));
      } catch (Problem refusal) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(CASES);
    List<String> said = useAll(accepted);
    assertThat(said.getLast()).isEqualTo("all of " + count(accepted));
  }

  /// Each of these ended the process when it was used without a check.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"unk_token\":\"[UNK]\" \"unk_token\":\"[NONE]\"",
        "\"normalizer\":{ \"normalizer\":{\"type\":\"Prepend\",\"prepend\":\"\"},\"x\":{",
        "{\"type\":\"BertPreTokenizer\"} {\"type\":\"FixedLength\",\"length\":0}",
        "\"Sequence\":{\"id\":\"A\" \"Sequence\":{\"id\":\"B\"",
        "\"special_tokens\":{\"[CLS]\" \"special_tokens\":{\"[XXX]\""
      })
  void whatEndedAProcessIsRefused(String change) throws IOException {
    Path source = copy(Goldens.folder("bert/seqcls"));
    String sound = Goldens.json(source.resolve("tokenizer.json")).toString();
    String[] parts = change.split(" ");
    assertThat(sound).contains(parts[0]);
    Files.writeString(source.resolve("tokenizer.json"), sound.replace(parts[0], parts[1]));
    Catalogue catalogue = new Catalogue(temp.resolve("data"));
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> catalogue.check(source))
        .satisfies(refusal -> assertThat(refusal.key()).contains("basemodel.tokenizer"));
  }

  private Path copy(Path golden) throws IOException {
    Path folder =
        Files.createDirectories(
            temp.resolve(golden.subpath(golden.getNameCount() - 2, golden.getNameCount())));
    for (String file : List.of("config.json", "tokenizer.json", "model.safetensors")) {
      Files.copy(golden.resolve(file), folder.resolve(file));
    }
    return folder;
  }

  private static void keep(Path source, Path target) throws IOException {
    Files.createDirectories(target);
    Files.copy(source.resolve("tokenizer.json"), target.resolve("tokenizer.json"));
  }

  private static int count(Path folder) throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return (int) folders.count();
    }
  }

  private static List<String> useAll(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolveSibling("crash.log"),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                HostileTokenizerTest.class.getName(),
                folder.toString())
            .redirectError(folder.resolveSibling("errors").toFile())
            .start();
    List<String> said = new ArrayList<>();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(said::add);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as("%s%n%s", said, Files.readString(folder.resolveSibling("errors")))
        .isZero();
    return said;
  }

  /// Uses every tokenizer of a folder; says each before it is opened.
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Path> folders;
    try (Stream<Path> found = Files.list(Path.of(arguments[0]))) {
      folders = found.sorted().toList();
    }
    for (Path folder : folders) {
      out.println(folder.getFileName());
      try (TextTokenizer tokenizer = TextTokenizer.open(folder, 64)) {
        tokenizer.tokenize(TEXTS, JobContext.quiet());
      }
    }
    out.println("all of " + folders.size());
  }
}
