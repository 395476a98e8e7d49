package org.shilpi.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilpi.data.Origin;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;

class ArchiveTest {
  @TempDir Path folder;

  private final Reader reader = new Reader();

  @Test
  void everyFileIsATextWithItsPath() throws IOException {
    Path file =
        Archives.zip(
            folder.resolve("a.zip"),
            "mails/",
            "",
            "mails/1.eml",
            "From: a@x\nSubject: s\n\nhello",
            "note.txt",
            "नमस्ते",
            "__MACOSX/._note.txt",
            "junk");

    assertThat(reader.read(file))
        .extracting(row -> ((Row.Text) row).origin().field(Origin.PATH).orElse(""))
        .containsExactly("mails/1.eml", "note.txt");
  }

  @Test
  void namesOutsideOfTheFolderAndLinksAreRefused() throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      for (String name :
          List.of(
              "../up.txt", "/etc/passwd", "C:\\x.txt", "a/../../b.txt", "..\\c.txt", "ok.txt")) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write("words".getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
      ZipArchiveEntry link = new ZipArchiveEntry("link.txt");
      link.setUnixMode(0120777);
      zip.putArchiveEntry(link);
      zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
      zip.closeArchiveEntry();
    }

    var rows = reader.read(file);

    assertThat(rows).filteredOn(Row.Text.class::isInstance).hasSize(1);
    assertThat(rows)
        .filteredOn(Rejected.class::isInstance)
        .extracting(row -> ((Rejected) row).reason().key())
        .containsOnly("rejected.archive-path", "rejected.archive-link")
        .hasSize(6);
  }

  @Test
  void archivesInArchivesEnd() throws IOException {
    Path file = folder.resolve("a.zip");
    byte[] inner = "deep".getBytes(StandardCharsets.UTF_8);
    String name = "x.txt";
    for (int i = 0; i < 10; i++) {
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(inner);
        zip.closeEntry();
      }
      inner = Files.readAllBytes(file);
      name = "x.zip";
    }

    assertThat(Reader.refusal(reader.read(file))).isEqualTo("rejected.nesting");
  }

  @Test
  void archivesThatMultiplyEnd() throws IOException {
    byte[] inner = {};
    String ending = ".txt";
    for (int level = 0; level < 6; level++) {
      var out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (int i = 0; i < 10; i++) {
          zip.putNextEntry(new ZipEntry(i + ending));
          zip.write(inner);
          zip.closeEntry();
        }
      }
      inner = out.toByteArray();
      ending = ".zip";
    }
    Path file = Files.write(folder.resolve("a.zip"), inner);

    var rows = reader.read(file);

    assertThat(rows).hasSizeLessThan(Limits.FILES);
    assertThat(Reader.refusal(rows)).isEqualTo("rejected.parts");
  }

  @Test
  void aFileThatSwellsIsRefusedAndTheOthersAreRead() throws IOException {
    Path file = folder.resolve("a.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("bomb.txt"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 70; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("ok.txt"));
      zip.write("words".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }

    var rows = reader.read(file);

    assertThat(((Rejected) rows.get(0)).reason().key()).isEqualTo("rejected.document-large");
    assertThat(((Row.Text) rows.get(1)).text()).isEqualTo("words");
  }
}
