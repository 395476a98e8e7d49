package org.shilpi.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.shilpi.data.Reason;

/// The parts of a document that is a zip archive: Office Open XML, OpenDocument, EPUB.
final class Parts implements Closeable {
  private static final Pattern NUMBER = Pattern.compile("(\\d+)(?=\\.\\w+$)");

  private final ZipFile zip;
  private final Reading reading;

  private Parts(ZipFile zip, Reading reading) {
    this.zip = zip;
    this.reading = reading;
  }

  static Parts of(Content content, Reading reading) throws IOException {
    return new Parts(ZipFile.builder().setSeekableByteChannel(content.channel()).get(), reading);
  }

  /// The bytes of a part, empty if there is none of that name.
  Optional<byte[]> bytes(String name) throws IOException, Unreadable {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(Limits.DOCUMENT + 1);
      if (bytes.length > Limits.DOCUMENT) {
        throw Unreadable.large();
      }
      reading.unpacked(bytes.length);
      return Optional.of(bytes);
    }
  }

  /// A part that must be there.
  ///
  /// @param kind what the document is no longer without it
  byte[] needed(String name, String kind) throws IOException, Unreadable {
    return bytes(name)
        .orElseThrow(() -> new Unreadable(Reason.of("rejected.document-broken", kind)));
  }

  /// A small part as a tree; empty if it is missing. Entities are never looked up.
  Document tree(String name) throws IOException, Unreadable {
    String xml = new String(bytes(name).orElse(new byte[0]), StandardCharsets.UTF_8);
    return Jsoup.parse(xml, "", Parser.xmlParser());
  }

  /// Names of the parts that match, those with numbers in their order.
  List<String> named(String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return Collections.list(zip.getEntries()).stream()
        .map(ZipArchiveEntry::getName)
        .filter(name -> wanted.matcher(name).matches())
        .sorted(Comparator.comparingLong(Parts::number).thenComparing(name -> name))
        .limit(Limits.PARTS)
        .toList();
  }

  private static long number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find() && matcher.group(1).length() < 18 ? Long.parseLong(matcher.group(1)) : 0;
  }

  /// Where the relationships of a part lead, by id (ECMA-376 part 2).
  ///
  /// @param type how the relationship's type must end
  Map<String, String> relations(String part, String type) throws IOException, Unreadable {
    int slash = part.lastIndexOf('/') + 1;
    Map<String, String> targets = new HashMap<>();
    Document tree = tree(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
    for (Element relation : tree.getElementsByTag("Relationship")) {
      if (relation.attr("Type").endsWith(type)) {
        targets.put(relation.attr("Id"), relation.attr("Target"));
      }
    }
    return targets;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
