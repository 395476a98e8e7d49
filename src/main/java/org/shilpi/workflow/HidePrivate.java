package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.OriginRules;
import org.shilpi.privacy.Redactor;
import org.shilpi.privacy.StandIns;
import org.shilpi.privacy.Vault;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.SealedStore;
import org.shilpi.store.Statements;
import org.shilpi.train.Run;
import org.shilpi.train.RunState;

/// Hides what a project's texts, and the fields of where they come from, give away, as its policy
/// says; labels on parts of the texts move along. A cancelled or failed hiding leaves every text as
/// it was.
///
/// What rejected rows said is hidden whole, and names of files where they surely give something
/// away. Then nothing in the project's folder holds the words any more, but for the encrypted
/// originals where they are kept; see [Sweep].
public final class HidePrivate {
  private static final int PAGE = 500;

  private final ProjectSession session;

  public HidePrivate(ProjectSession session) {
    this.session = session;
  }

  /// Looks for what was not found yet, and hides all that was found and not dismissed, sure or not.
  ///
  /// @param keep whether the originals are kept, encrypted, so that [#undo] can bring them back
  /// @return in how many texts something was hidden
  /// @throws Problem if a run is learning from the texts just now, or nothing would be left of one
  public long run(boolean keep, JobContext context) throws IOException {
    requireRest();
    new ScanPrivacy(session).run(context);
    session.imports().lock();
    try {
      Hidden hidden =
          session
              .database()
              .transaction(statements -> {
                Hiding pass =
                    new Hiding(
                        session.paths(),
                        statements,
                        keep,
                        ScanPrivacy.smallWords(statements, context));
                long texts = pass.run(context);
                if (texts > 0) {
                  hideBeside(statements, keep, pass.values());
                  new PrivacyBook(session.paths(), statements).put(session.clock().instant());
                  Sweep.owe(statements);
                }
                return new Hidden(texts, pass);
              });
      new PrivacyGate(session).record(hidden.pass().done(), hidden.pass().fields());
      if (hidden.texts() > 0) {
        sweep();
      }
      return hidden.texts();
    } finally {
      session.imports().unlock();
    }
  }

  private record Hidden(long texts, Hiding pass) {}

  // Its frozen data would be taken away under it.
  private void requireRest() {
    for (Run run : session.runs()) {
      if (run.state() == RunState.RUNNING) {
        throw Problem.of("problem.privacy.learning", Long.toString(run.id()));
      }
    }
  }

  private void hideBeside(Statements statements, boolean keep, Map<String, Kind> hidden)
      throws IOException {
    PrivacyBook book = new PrivacyBook(session.paths(), statements);
    OriginRules rules = new OriginRules(book.rules().with(List.of(), hidden));
    Redactor redactor = new Redactor(book.policy(), new StandIns(book.standInKey()));
    Vault originals = keep ? book.originals() : null;
    SealedStore beside = new SealedStore(statements);
    new RejectedStore(statements).hideArguments();
    beside.hide(
        SealedStore.Place.REJECTED, words -> Optional.of(""), sealing(originals, "rejected "));
    beside.hide(
        SealedStore.Place.SOURCE,
        name -> Optional.of(redactor.redact(name, rules.findInName(name)).text()),
        sealing(originals, "source "));
  }

  private static SealedStore.Sealing sealing(@Nullable Vault originals, String place) {
    return (id, words) -> originals == null ? null : originals.seal(place + id, words);
  }

  /// Brings all kept originals back, with the labels as they were. The texts are looked at anew by
  /// the next scan.
  ///
  /// @return how many
  /// @throws Problem if their key is gone
  public long undo(JobContext context) throws IOException {
    session.imports().lock();
    try {
      return session
          .database()
          .transaction(statements -> {
            PrivacyBook book = new PrivacyBook(session.paths(), statements);
            RedactedStore redacted = new RedactedStore(statements);
            if (redacted.kept() == 0 || !Files.exists(book.originalsKey())) {
              throw Problem.of("problem.privacy.no-originals");
            }
            Vault originals = book.originals();
            long texts = 0;
            List<Long> page = redacted.kept(0, PAGE);
            while (!page.isEmpty()) {
              context.checkCancelled();
              for (long id : page) {
                byte[] sealed = redacted.sealed(id).orElseThrow();
                redacted.restore(id, originals.open(PrivacyBook.place(id), sealed));
                texts++;
              }
              context.report(Progress.unknown("progress.privacy.undo", texts));
              page = redacted.kept(page.getLast(), PAGE);
            }
            SealedStore beside = new SealedStore(statements);
            beside.restore(
                SealedStore.Place.REJECTED,
                (id, sealed) -> originals.open("rejected " + id, sealed));
            beside.restore(
                SealedStore.Place.SOURCE, (id, sealed) -> originals.open("source " + id, sealed));
            PrivacyBook.Looked looked = book.looked();
            book.put(new PrivacyBook.Looked(looked.rules(), looked.lists(), 0));
            return texts;
          });
    } finally {
      session.imports().unlock();
    }
  }

  /// Drops the originals for good, with their key.
  public void dropOriginals() throws IOException {
    requireRest();
    session.imports().lock();
    try {
      session
          .database()
          .transaction(statements -> {
            new RedactedStore(statements).drop();
            new SealedStore(statements).drop();
            Sweep.owe(statements);
            return true;
          });
      Files.deleteIfExists(PrivacyBook.of(session).originalsKey());
      sweep();
    } finally {
      session.imports().unlock();
    }
  }

  private void sweep() throws IOException {
    new Sweep(session.paths(), session.database()).run();
  }
}
