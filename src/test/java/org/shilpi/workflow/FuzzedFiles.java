package org.shilpi.workflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.data.Known;
import org.shilpi.data.Split;
import org.shilpi.data.parquet.ParquetOut;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.project.TaskKind;

/// Files that went wrong on their way, from small good ones in every format, through the whole
/// import. For a process of its own with little memory.
final class FuzzedFiles {
  /// A good file.
  private record Seed(String name, TaskKind task, byte[] bytes) {
    static Seed of(String name, TaskKind task, String text) {
      return new Seed(name, task, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final int PIECE = 6_000;
  private static final int WAYS = 12;

  private final Random random;
  private final Map<TaskKind, ProjectSession> projects = new EnumMap<>(TaskKind.class);
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private final Path temp;

  private FuzzedFiles(Path temp, long seed) {
    this.temp = temp;
    this.random = new Random(seed);
    for (TaskKind task : List.of(TaskKind.CLASSIFY, TaskKind.MULTILABEL, TaskKind.SPANS)) {
      projects.put(
          task,
          ProjectSession.create(
              temp.resolve(task.toString()), task, Catalogue.BUILT_IN, TestProject.CLOCK));
    }
  }

  /// Says how often each outcome came, then how many files there were.
  ///
  /// @param arguments an empty folder, and one with published sets, which may be absent; and a
  ///   number that decides what goes wrong
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    FuzzedFiles fuzzed = new FuzzedFiles(Path.of(arguments[0]), Long.parseLong(arguments[2]));
    int failed = 0;
    List<Seed> seeds = own();
    seeds.addAll(published(Path.of(arguments[1])));
    for (Seed seed : seeds) {
      for (int way = 0; way < WAYS; way++) {
        byte[] spoilt = fuzzed.spoilt(seed, way, seeds);
        try {
          fuzzed.bringIn(seed, way, spoilt);
        } catch (IOException | RuntimeException | Error noRefusal) {
          out.println("FAILED " + way + "-" + seed.name());
          noRefusal.printStackTrace(out);
          failed++;
        }
      }
    }
    fuzzed.projects.values().forEach(ProjectSession::close);
    fuzzed.outcomes.forEach((outcome, count) -> out.println(outcome + " " + count));
    out.println("files " + fuzzed.outcomes.values().stream().mapToInt(n -> n).sum());
    System.exit(failed == 0 ? 0 : 1);
  }

  private void bringIn(Seed seed, int way, byte[] content) throws IOException {
    ProjectSession session = Objects.requireNonNull(projects.get(seed.task()));
    ImportData imports = new ImportData(session);
    Path file = Files.write(temp.resolve(way + "-" + seed.name()), content);
    ImportOrder order =
        new ImportOrder(List.of(file), FileReading.GUESSED, false, Split.NONE, Known.AGAIN, false);
    ProjectSummary before = session.summary();
    String outcome;
    try {
      previewed(imports, file);
      ImportReport came = imports.run(order, JobContext.quiet()).total();
      ProjectSummary after = session.summary();
      expect(after.texts() == before.texts() + came.imported(), file, "texts that did not come");
      expect(after.rejected() == before.rejected() + came.rejected(), file, "rows that are lost");
      outcome = "imported";
    } catch (Problem refused) {
      expect(session.summary().equals(before), file, "something of a refused file");
      outcome = refused.key();
    }
    outcomes.merge(outcome, 1, Integer::sum);
    Files.delete(file);
  }

  private static void previewed(ImportData imports, Path file) throws IOException {
    ImportPreview preview = imports.preview(ImportRequest.of(file));
    expect(preview.rows().size() <= 50, file, "a longer preview");
  }

  private static void expect(boolean held, Path file, String otherwise) {
    if (!held) {
      throw new IllegalStateException(file.getFileName() + ": " + otherwise);
    }
  }

  private byte[] spoilt(Seed seed, int way, List<Seed> seeds) {
    byte[] good = seed.bytes();
    return switch (way) {
      case 0 -> flipped(good);
      case 1 -> Arrays.copyOf(good, 1 + random.nextInt(good.length));
      case 2 -> spliced(good, seeds.get(random.nextInt(seeds.size())).bytes());
      case 3 -> strewn(good, "\"", "'", "\"\"", "`", "\\");
      case 4 -> spliced(good, "x".repeat(random.nextInt(10) == 0 ? 11_000_000 : 50_000));
      case 5 -> spliced(good, (random.nextBoolean() ? "[" : "{\"a\":").repeat(100_000));
      case 6 -> strewn(good, "\0", "\0\0\0\0", "\u0001");
      case 7 -> spliced(good, otherEncoding());
      case 8 -> strewn(good, "\\ud83d", "\\udc00\\ud83d", "\\u0000", "\\u12");
      case 9 -> spliced(good, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xFF});
      case 10 -> new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16);
      default -> strewn(good, "\n", "\r", "\n\n", "\t", ",", "\u2028", "\n-DOCSTART- O\n");
    };
  }

  private byte[] flipped(byte[] good) {
    byte[] bad = good.clone();
    for (int i = 0; i < 12; i++) {
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bad;
  }

  private byte[] otherEncoding() {
    String text = "Größe, naïve café, पाठ ".repeat(20);
    return text.getBytes(
        random.nextBoolean() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16LE);
  }

  private byte[] spliced(byte[] good, String middle) {
    return spliced(good, middle.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] spliced(byte[] good, byte[] middle) {
    int at = random.nextInt(good.length);
    ByteArrayOutputStream bad = new ByteArrayOutputStream();
    bad.write(good, 0, at);
    bad.writeBytes(middle);
    bad.write(good, at, good.length - at);
    return bad.toByteArray();
  }

  private byte[] strewn(byte[] good, String... pieces) {
    byte[] bad = good;
    for (int i = 0; i < 8; i++) {
      bad = spliced(bad, pieces[random.nextInt(pieces.length)]);
    }
    return bad;
  }

  private static List<Seed> own() throws IOException {
    List<Seed> seeds = new ArrayList<>();
    seeds.add(Seed.of("own.csv", TaskKind.CLASSIFY, table(",")));
    seeds.add(Seed.of("own.tsv", TaskKind.CLASSIFY, table("\t")));
    seeds.add(Seed.of("own.txt", TaskKind.CLASSIFY, "A text.\nAnother one, पाठ.\n".repeat(20)));
    seeds.add(
        Seed.of(
            "own.jsonl",
            TaskKind.CLASSIFY,
            "{\"text\":\"a text 😀\",\"label\":\"a\",\"date\":\"2026-05-12\"}\n".repeat(20)));
    seeds.add(
        Seed.of(
            "own.json",
            TaskKind.CLASSIFY,
            "{\"data\":["
                + "{\"text\":\"one\",\"label\":\"a\"},".repeat(20)
                + "{\"text\":\"z\"}]}"));
    seeds.add(Seed.of("fast.txt", TaskKind.CLASSIFY, "__label__a a text of it\n".repeat(20)));
    seeds.add(
        Seed.of(
            "doccano.jsonl",
            TaskKind.SPANS,
            "{\"id\":1,\"text\":\"Asha lives in Pune\",\"label\":[[0,4,\"person\"],[14,18,\"place\"]]}\n"
                .repeat(20)));
    seeds.add(
        Seed.of(
            "spacy.jsonl",
            TaskKind.SPANS,
            "[\"Asha lives in Pune\",{\"entities\":[[0,4,\"person\"]]}]\n".repeat(20)));
    seeds.add(
        Seed.of(
            "studio.json",
            TaskKind.MULTILABEL,
            "[{\"id\":1,\"data\":{\"text\":\"a text\"},\"annotations\":[{\"result\":[{\"type\":\"choices\",\"from_name\":\"c\",\"to_name\":\"t\",\"value\":{\"choices\":[\"a\",\"b\"]}}]}]}]"));
    seeds.add(
        Seed.of(
            "words.conll",
            TaskKind.SPANS,
            "-DOCSTART- O\n\nAsha B-person\nlives O\nin O\nPune I-place\n\n".repeat(10)));
    seeds.add(
        Seed.of(
            "server.log",
            TaskKind.CLASSIFY,
            "2026-05-12 10:00:01 INFO user 17 logged in\n\tat line 3\n2026-05-12 10:00:02 WARN disk 9\n"
                .repeat(20)));
    seeds.add(new Seed("book.xlsx", TaskKind.CLASSIFY, workbook()));
    List<String> texts = List.of("a first text", "another text, पाठ", "a third one", "the last");
    List<String> labels = List.of("a", "b", "a", "b");
    seeds.add(parquet("plain", new ParquetOut().texts("text", texts).texts("label", labels)));
    seeds.add(
        parquet(
            "pointed",
            new ParquetOut().texts("text", texts).texts("label", labels).dictionary().groups(2)));
    seeds.add(
        parquet(
            "lists",
            new ParquetOut()
                .texts("text", texts)
                .lists("labels", List.of(List.of("a"), List.of(), List.of("a", "b"), List.of("b")))
                .levelsApart()));
    return seeds;
  }

  private static Seed parquet(String name, ParquetOut out) {
    return new Seed(name + ".parquet", TaskKind.MULTILABEL, out.bytes());
  }

  private static String table(String delimiter) {
    return String.join(delimiter, "text", "label", "received")
        + "\n"
        + (String.join(delimiter, "\"a text, quoted\"", "a", "2026-05-12") + "\n").repeat(10)
        + (String.join(delimiter, "पाठ", "b", "") + "\n").repeat(10);
  }

  private static byte[] workbook() throws IOException {
    Map<String, String> parts = new TreeMap<>();
    parts.put(
        "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"r\" Target=\"sheet.xml\"/></Relationships>");
    parts.put("xl/sharedStrings.xml", "<sst><si><t>text</t></si><si><t>label</t></si></sst>");
    parts.put(
        "xl/sheet.xml",
        "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
            + "<row><c t=\"inlineStr\"><is><t>a text</t></is></c><c><v>7</v></c></row>".repeat(9)
            + "</sheetData></worksheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  // Their beginnings: a table that breaks off is spoilt once already.
  private static List<Seed> published(Path sets) throws IOException {
    List<Seed> seeds = new ArrayList<>();
    for (String name :
        List.of(
            "banking77/train.csv",
            "hindi_bbc_news/BBC_dev_data.tsv",
            "cfpb_complaints/cfpb_test.json",
            "wnut17/wnut17train.conll",
            "bc5cdr/devel.tsv",
            "sec_filings_ner/FIN3.txt",
            "nlupp_multilabel/hotels_fold0.json",
            "presidio_pii/generated_small.json",
            "loghub_2k/OpenSSH__OpenSSH_2k.log")) {
      Path file = sets.resolve(name);
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        TaskKind task =
            name.startsWith("nlupp")
                ? TaskKind.MULTILABEL
                : name.matches("(wnut|bc5|sec|presidio).*") ? TaskKind.SPANS : TaskKind.CLASSIFY;
        seeds.add(
            new Seed(
                String.valueOf(file.getFileName()),
                task,
                Arrays.copyOf(bytes, Math.min(PIECE, bytes.length))));
      }
    }
    return seeds;
  }
}
