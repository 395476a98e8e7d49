package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shilpi.data.Mark;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.Policy;
import org.shilpi.privacy.Redactor;
import org.shilpi.privacy.Rewriting;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.StandIns;
import org.shilpi.privacy.Vault;
import org.shilpi.privacy.Verdicts;
import org.shilpi.project.Disk;
import org.shilpi.store.FindingStore;
import org.shilpi.store.FindingStore.Stored;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.RedactedStore.Unread;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.Statements;

/// Hides what a project's texts give away, as its policy says; labels on parts of the texts move
/// along. A cancelled or failed hiding leaves every text as it was.
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
  public long run(boolean keep, JobContext context) throws IOException {
    new ScanPrivacy(session).run(context);
    session.imports().lock();
    try {
      Map<String, Long> done = new TreeMap<>();
      long texts =
          session
              .database()
              .transaction(statements -> new Pass(statements, keep, done, context).run());
      new PrivacyGate(session).record(done);
      if (!keep) {
        sweep();
      }
      return texts;
    } finally {
      session.imports().unlock();
    }
  }

  private final class Pass {
    private final RedactedStore redacted;
    private final FindingStore findings;
    private final Rules rules;
    private final Verdicts verdicts;
    private final PrivacyBook book;
    private final Policy policy;
    private final Redactor redactor;
    private final boolean keep;
    private final Map<String, Long> done;
    private final JobContext context;
    private final double last;

    Pass(Statements statements, boolean keep, Map<String, Long> done, JobContext context)
        throws IOException {
      this.redacted = new RedactedStore(statements);
      this.findings = new FindingStore(statements);
      this.book = new PrivacyBook(session.paths(), statements);
      this.rules = book.rules();
      this.verdicts = book.verdicts();
      this.policy = book.policy();
      this.redactor = new Redactor(policy, new StandIns(book.standInKey()));
      this.keep = keep;
      this.done = done;
      this.context = context;
      this.last = Math.max(1, redacted.newest());
    }

    long run() throws IOException {
      long texts = 0;
      List<Long> page = findings.examples(0, PAGE);
      while (!page.isEmpty()) {
        context.checkCancelled();
        for (Unread text : redacted.texts(page)) {
          texts += hide(text) ? 1 : 0;
        }
        context.report(
            Progress.of(Math.min(1, page.getLast() / last), "progress.privacy.hide", texts));
        page = findings.examples(page.getLast(), PAGE);
      }
      return texts;
    }

    // Found anew: since the scan, somebody may have mended the text.
    private boolean hide(Unread text) throws IOException {
      List<Finding> found = verdicts.apply(text.id(), text.text(), rules.find(text.text()));
      Rewriting rewriting = redactor.redact(text.text(), found);
      if (rewriting.text().isBlank()) {
        throw Problem.of("problem.privacy.nothing-left", Long.toString(text.id()));
      }
      if (!rewriting.changed()) {
        return false;
      }
      byte[] sealed = keep ? originals().seal(place(text.id()), redacted.whole(text.id())) : null;
      redacted.rewrite(text.id(), rewriting.text(), rewriting::moved, sealed);
      List<Stored> left = new ArrayList<>();
      for (Finding finding : found) {
        Action action = policy.of(finding.kind());
        if (action == Action.LEAVE) {
          left.add(moved(text.id(), finding, rewriting));
        } else {
          done.merge(action.id() + " " + finding.kind().id(), 1L, Long::sum);
        }
      }
      findings.deleteOf(List.of(text.id()));
      findings.add(left);
      return true;
    }

    private Stored moved(long id, Finding finding, Rewriting rewriting) throws IOException {
      Mark mark =
          rewriting.moved(List.of(new Mark(finding.start(), finding.end(), "left"))).getFirst();
      Finding moved = new Finding(mark.start(), mark.end(), finding.kind(), finding.confidence());
      long mac = SecretKeys.mark(book.standInKey(), moved.kind(), moved.in(rewriting.text()));
      return new Stored(0, id, moved, mac);
    }

    private Vault originals() throws IOException {
      return book.originals();
    }
  }

  private static String place(long id) {
    return "text " + id;
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
            long texts = 0;
            List<Long> page = redacted.kept(0, PAGE);
            while (!page.isEmpty()) {
              context.checkCancelled();
              for (long id : page) {
                byte[] sealed = redacted.sealed(id).orElseThrow();
                redacted.restore(id, book.originals().open(place(id), sealed));
                texts++;
              }
              context.report(Progress.unknown("progress.privacy.undo", texts));
              page = redacted.kept(page.getLast(), PAGE);
            }
            PrivacyBook.Looked looked = book.looked();
            book.put(new PrivacyBook.Looked(looked.rules(), looked.lists(), 0));
            return texts;
          });
    } finally {
      session.imports().unlock();
    }
  }

  /// Drops the originals for good: their key, the frozen data and the copies of the database that
  /// hold them, and the raw words of rejected rows.
  public void dropOriginals() throws IOException {
    session.imports().lock();
    try {
      session
          .database()
          .transaction(statements -> {
            new RedactedStore(statements).drop();
            return true;
          });
      Files.deleteIfExists(PrivacyBook.of(session).originalsKey());
      sweep();
    } finally {
      session.imports().unlock();
    }
  }

  private void sweep() throws IOException {
    new RejectedStore(session.database()).forgetWords();
    Disk.delete(session.paths().backup());
    Disk.delete(session.paths().path().resolve("snapshots"));
  }
}
