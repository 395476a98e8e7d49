package org.shilpi.workflow;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shilpi.job.Problem;
import org.shilpi.store.Database;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.ExampleStore.Key;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.SourceStore;
import org.shilpi.store.SourceStore.Arriving;
import org.shilpi.store.SourceStore.Present;

/// What an import that was cut off had written, met again row by row while its files are read anew.
/// For rows in their order.
final class Remains {
  private static final int PAGE = 5_000;

  private final Database database;
  private Map<Long, Arriving> sources;
  private Map<Long, Long> rejected;
  private long lastText;
  private long read;
  private Iterator<Key> keys = List.<Key>of().iterator();

  /// @param before what is in the project: all that lies behind it is what remains
  Remains(Database database, Present before) {
    this.database = database;
    this.sources = new SourceStore(database).after(before.source());
    this.rejected = new RejectedStore(database).countsAfter(before.source());
    this.lastText = new ExampleStore(database).newest();
    this.read = before.example();
  }

  /// Whether another file was written down under this number: this one was left out then, or is not
  /// what it was.
  boolean otherFile(long source, String name, String sha256) {
    Arriving there = sources.get(source);
    return there != null && !(there.name().equals(name) && there.sha256().equals(sha256));
  }

  boolean hasSource(long source) {
    return sources.containsKey(source);
  }

  /// Whether a text is there already.
  ///
  /// @throws Problem if another one is there
  boolean hasText(long id, long source, UUID key, String file) {
    if (id > lastText) {
      return false;
    }
    while (read < id) {
      if (!keys.hasNext()) {
        keys = new ExampleStore(database).keysAfter(read, PAGE).iterator();
      }
      Key there = keys.next();
      read = there.id();
      if (read == id && there.source() == source && there.key().equals(key)) {
        return true;
      }
    }
    throw changed(file);
  }

  /// Whether the next row that a file turns away is there already.
  boolean hasRejected(long source) {
    long left = rejected.getOrDefault(source, 0L);
    if (left > 0) {
      rejected.put(source, left - 1);
    }
    return left > 0;
  }

  /// @throws Problem if more is there than the files brought
  void requireMet(Present last, String file) {
    boolean more =
        lastText > last.example()
            || sources.keySet().stream().anyMatch(source -> source > last.source())
            || rejected.values().stream().anyMatch(left -> left > 0);
    if (more) {
      throw changed(file);
    }
  }

  /// What lay behind this was taken away.
  void cut(Present last) {
    lastText = Math.min(lastText, last.example());
    sources.keySet().removeIf(source -> source > last.source());
    rejected.keySet().removeIf(source -> source > last.source());
    keys = List.<Key>of().iterator();
    read = Math.min(read, last.example());
  }

  static Problem changed(String file) {
    return Problem.of("problem.import.changed", file);
  }
}
