package org.shilpi.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small files that want to become large, deep or endless.
final class Bombs {
  private static final int MANY = 20_000;

  private Bombs() {}

  /// Their bytes by name.
  static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    String swollen = "\0".repeat(40 << 20);
    bombs.put("swollen.zip", zip(40, "a", ".txt", bytes(swollen)));
    bombs.put("swollen.docx", zip(1, "word/document", ".xml", bytes("<w:t>" + swollen + swollen)));
    String entities = entities();
    bombs.put("entities.xml", bytes(entities + "<a>x &a29;</a>"));
    bombs.put("entities.html", bytes(entities + "<html><p>x &a29;"));
    bombs.put(
        "entities.docx", zip(1, "word/document", ".xml", bytes(entities + "<w:t>x &a29;</w:t>")));
    bombs.put("deep.xml", bytes("<?xml version='1.0'?>" + "<a>".repeat(MANY) + "word"));
    bombs.put("deep.docx", zip(1, "word/document", ".xml", bytes("<p>".repeat(MANY) + "word")));
    bombs.put("deep.html", bytes("<html>" + "<div><b><table><td><i>".repeat(MANY) + "word"));
    bombs.put("quotes.html", bytes("<html>" + "<blockquote type=cite>word<br>".repeat(MANY)));
    bombs.put("deep.rtf", bytes("{\\rtf1 " + "{\\b ".repeat(10 * MANY) + "word"));
    bombs.put("fields.rtf", bytes("{\\rtf1 " + "{\\field{\\*\\fldinst ".repeat(MANY) + "word"));
    bombs.put("deep.pdf", bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(10 * MANY)));
    bombs.put("loop.pdf", bytes(loop()));
    bombs.put("multipart.eml", bytes(multiparts()));
    bombs.put(
        "mails.eml",
        bytes("From: a@x\nSubject: s\nContent-Type: message/rfc822\n\n".repeat(2_000) + "word"));
    bombs.put(
        "headers.eml",
        bytes(
            "Received: from "
                + "a(".repeat(MANY)
                + "\nSubject: "
                + "=?a?b?".repeat(MANY)
                + "\nAuthentication-Results: "
                + "(".repeat(MANY)
                + ";".repeat(MANY)
                + "\nX-A: b".repeat(4_000)
                + "\n\nword"));
    bombs.put(
        "parts.eml",
        bytes(
            "From: a@x\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nx\n".repeat(MANY)));
    bombs.put("lines.eml", bytes("From: a@x\nSubject: s\n\n" + "wrote:\n|\n".repeat(10 * MANY)));
    bombs.put("compound.doc", compound());
    return bombs;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(int copies, String name, String ending, byte[] content)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < copies; i++) {
        zip.putNextEntry(new ZipEntry(name + (i == 0 ? "" : Integer.toString(i)) + ending));
        zip.write(content);
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static String entities() {
    StringBuilder bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
    }
    return bomb + "]>";
  }

  private static String loop() {
    return """
    %PDF-1.7
    1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
    2 0 obj <</Type /Pages /Count 999999999 /Kids [2 0 R 2 0 R 3 0 R] /Parent 2 0 R>> endobj
    3 0 obj <</Type /Page /Parent 2 0 R /Contents [3 0 R 3 0 R]>> endobj
    trailer <</Root 1 0 R /Prev 9>>
    startxref
    9
    """;
  }

  private static String multiparts() {
    StringBuilder mail = new StringBuilder("From: a@x\nSubject: s\n");
    for (int i = 0; i < 2_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\n\n--b").append(i).append('\n');
    }
    return mail + "\nword";
  }

  // A compound file (MS-CFB) whose first sectors name each other, and that claims to be huge.
  private static byte[] compound() {
    byte[] file = new byte[4 * 512];
    int[] magic = {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
    for (int i = 0; i < magic.length; i++) {
      file[i] = (byte) magic[i];
    }
    file[24] = 0x3E;
    file[26] = 3;
    file[28] = (byte) 0xFE;
    file[29] = (byte) 0xFF;
    file[30] = 9;
    file[32] = 6;
    file[46] = 0x7F; // sectors of the table: 8 million
    file[70] = 0x7F; // and of the table of tables
    return file;
  }
}
