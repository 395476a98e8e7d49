package org.shilpi.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import org.shilpi.job.JobContext;
import org.shilpi.job.Progress;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.SmallWords;
import org.shilpi.privacy.Verdicts;
import org.shilpi.store.FindingStore;
import org.shilpi.store.FindingStore.Stored;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.RedactedStore.Unread;
import org.shilpi.store.Statements;

/// Looks for what a project's texts give away. Texts that were looked at with the same rules are
/// not looked at again, so a scan that was stopped goes on where it was.
public final class ScanPrivacy {
  private static final int PAGE = 2_000;

  /// Texts whose words are counted before the first is looked at.
  private static final int KNOWN_BY = 20_000;

  private final ProjectSession session;

  public ScanPrivacy(ProjectSession session) {
    this.session = session;
  }

  /// @throws org.shilpi.job.Problem if one of the project's own patterns cannot be used
  /// @throws org.shilpi.job.CancelledException if somebody asked it to stop; the same call goes on
  public void run(JobContext context) throws IOException {
    session.imports().lock();
    try {
      PrivacyBook book = PrivacyBook.of(session);
      PrivacyBook.Looked looked = book.looked();
      if (looked.upTo() == 0) {
        forget(looked);
      }
      Rules rules = book.rules().knowing(smallWords(session.database(), context));
      Look look = new Look(rules, book.verdicts(), book.standInKey());
      double last = Math.max(1, new RedactedStore(session.database()).newest());
      List<Unread> page = page(looked.upTo());
      while (!page.isEmpty()) {
        context.checkCancelled();
        looked = keep(looked, look.at(page), page.getLast().id());
        context.report(
            Progress.of(Math.min(1, looked.upTo() / last), "progress.privacy.scan", looked.upTo()));
        page = page(looked.upTo());
      }
    } finally {
      session.imports().unlock();
    }
  }

  /// How a project's words are written: the first texts tell enough.
  static SmallWords smallWords(Statements statements, JobContext context) {
    RedactedStore texts = new RedactedStore(statements);
    SmallWords words = new SmallWords();
    List<Unread> page = texts.untouched(0, PAGE);
    for (int seen = 0; seen < KNOWN_BY && !page.isEmpty(); seen += page.size()) {
      context.checkCancelled();
      page.forEach(text -> words.see(text.text()));
      page = texts.untouched(page.getLast().id(), PAGE);
    }
    return words;
  }

  private List<Unread> page(long after) {
    return new RedactedStore(session.database()).untouched(after, PAGE);
  }

  private void forget(PrivacyBook.Looked fresh) throws IOException {
    session
        .database()
        .transaction(statements -> {
          new FindingStore(statements).clear();
          new PrivacyBook(session.paths(), statements).put(fresh);
          return true;
        });
  }

  private PrivacyBook.Looked keep(PrivacyBook.Looked looked, List<Stored> found, long upTo)
      throws IOException {
    PrivacyBook.Looked further = new PrivacyBook.Looked(looked.rules(), looked.lists(), upTo);
    session
        .database()
        .transaction(statements -> {
          new FindingStore(statements).add(found);
          new PrivacyBook(session.paths(), statements).put(further);
          return true;
        });
    return further;
  }

  private record Look(Rules rules, Verdicts verdicts, SecretKey key) {
    // All processors help with a page; it is so short that nobody waits for it.
    List<Stored> at(List<Unread> page) {
      return page.parallelStream().map(this::at).toList().stream().flatMap(List::stream).toList();
    }

    private List<Stored> at(Unread text) {
      List<Stored> stored = new ArrayList<>();
      for (PrivateParts.Part part : PrivateParts.of(text, rules, verdicts)) {
        for (Finding finding : part.findings()) {
          long mac = SecretKeys.mark(key, finding.kind(), finding.in(part.value()));
          stored.add(new Stored(0, text.id(), part.field(), finding, mac));
        }
      }
      return stored;
    }
  }
}
