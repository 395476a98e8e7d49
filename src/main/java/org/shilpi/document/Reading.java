package org.shilpi.document;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shilpi.data.DocumentKind;
import org.shilpi.data.DocumentOpener;
import org.shilpi.data.DocumentRequest;
import org.shilpi.data.Judgement;
import org.shilpi.data.Origin;
import org.shilpi.data.Reason;
import org.shilpi.data.Rejected;
import org.shilpi.data.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One file on its way to rows, with all that it holds inside.
final class Reading {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final DocumentRequest request;
  private final Threads threads;
  private final DocumentOpener.Rows rows;
  private long number;
  private int depth;
  private long unpacked;
  private int files;
  private double share;
  private String group = "";

  Reading(DocumentRequest request, Threads threads, DocumentOpener.Rows rows) {
    this.request = request;
    this.threads = threads;
    this.rows = rows;
  }

  boolean attachments() {
    return request.attachments();
  }

  Threads threads() {
    return threads;
  }

  /// The encoding of bytes that their format leaves open: what the user named goes first.
  Decoding decode(byte[] bytes, String named) {
    return Decoding.of(bytes, request.charset().orElse(named));
  }

  /// Reads the file that was asked for.
  void start() {
    open(Content.of(request.file()), request.kind());
  }

  /// Reads what was found inside of something: its failures are its own.
  void inside(Content content) {
    inside(content, group);
  }

  /// @param thread what it belongs to, with all that is in it; empty if it stands on its own
  void inside(Content content, String thread) {
    if (depth >= Limits.DEPTH) {
      refuse(content.path(), Reason.of("rejected.nesting", Integer.toString(Limits.DEPTH)));
      return;
    }
    String outer = group;
    depth++;
    group = thread;
    try {
      open(content, Optional.empty());
    } finally {
      depth--;
      group = outer;
    }
  }

  /// Tells how far the reading of a file of many texts is, from 0 to 1.
  void share(double part) {
    if (depth == 0) {
      share = part;
    }
  }

  /// Counts a file that came out of an archive. Beyond the limits, this fails for every other one:
  /// archives in archives end as well.
  ///
  /// @throws Unreadable if it is more than anybody packs in earnest
  void unpacked(long bytes) throws Unreadable {
    unpacked += bytes;
    if (++files > Limits.FILES) {
      throw new Unreadable(Reason.of("rejected.parts", Integer.toString(Limits.FILES)));
    }
    if (unpacked > Limits.ARCHIVE) {
      throw Unreadable.swollen();
    }
  }

  private void open(Content content, Optional<DocumentKind> asked) {
    attempt(
        content,
        asked.map(DocumentKind::id).orElse("?"),
        () -> {
          DocumentKind kind = asked.isPresent() ? asked.get() : kind(content);
          attempt(content, kind.id(), () -> Formats.of(kind).read(content, this));
        });
  }

  /// Does something that may fail in any way, which then is a row.
  void attempt(Content content, String kind, Step step) {
    try {
      step.take();
    } catch (Unreadable e) {
      refuse(content.path(), e.reason());
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // A parser that meets what it did not expect may throw anything.
      LOG.info("{} {} as {}", request.file(), content.path(), kind, e);
      refuse(content.path(), Reason.of("rejected.document-broken", kind));
    }
  }

  /// Part of the work.
  @FunctionalInterface
  interface Step {
    void take() throws IOException, Unreadable;
  }

  private static DocumentKind kind(Content content) throws IOException, Unreadable {
    byte[] start = content.start();
    Optional<DocumentKind> kind = DocumentKind.of(start, content.name());
    if (kind.isEmpty() && !DocumentKind.isText(start)) {
      throw new Unreadable(Reason.of("rejected.document-unknown"));
    }
    return kind.orElse(DocumentKind.TEXT);
  }

  /// Hands a text over.
  ///
  /// @param fields its origin; those without a value are left out
  /// @throws Unreadable if there is no text in it, or too much
  void found(Content content, String text, Map<String, String> fields) throws Unreadable {
    String words = Words.clean(text);
    if (words.isEmpty()) {
      throw new Unreadable(Reason.of("rejected.document-empty"));
    }
    if (words.length() > Limits.TEXT) {
      throw Unreadable.large();
    }
    Map<String, String> filled = new LinkedHashMap<>();
    if (!content.path().isEmpty()) {
      filled.put(Origin.PATH, Words.field(content.path()));
    }
    fields.forEach((name, value) -> {
      if (!value.isBlank()) {
        filled.put(name, Words.cut(Words.clean(value)));
      }
    });
    if (!group.isEmpty()) {
      filled.put(Origin.GROUP, group);
    }
    rows.take(new Row.Text(++number, words, Judgement.NONE, new Origin(filled)), share);
  }

  void refuse(String path, Reason reason) {
    String name = String.valueOf(request.file().getFileName());
    rows.take(
        new Rejected(++number, path.isEmpty() ? name : name + "/" + Words.field(path), reason),
        share);
  }
}
