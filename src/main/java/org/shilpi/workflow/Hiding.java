package org.shilpi.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Mark;
import org.shilpi.data.Origin;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Policy;
import org.shilpi.privacy.Redactor;
import org.shilpi.privacy.Rewriting;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.SmallWords;
import org.shilpi.privacy.StandIns;
import org.shilpi.privacy.Vault;
import org.shilpi.privacy.Verdicts;
import org.shilpi.project.ProjectFolder;
import org.shilpi.store.FindingStore;
import org.shilpi.store.FindingStore.Stored;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.RedactedStore.Unread;
import org.shilpi.store.Statements;

/// One pass over all texts with findings, in one transaction.
final class Hiding {
  private static final int PAGE = 500;

  /// That are looked for in names of files: about 20 MB.
  private static final int MOST_VALUES = 100_000;

  private final RedactedStore redacted;
  private final FindingStore findings;
  private final Rules rules;
  private final Verdicts verdicts;
  private final PrivacyBook book;
  private final Policy policy;
  private final Redactor redactor;
  private final @Nullable Vault originals;
  private final Map<String, Long> done = new TreeMap<>();
  private final Map<String, Long> fields = new TreeMap<>();
  private final Map<String, Kind> values = new HashMap<>();

  /// @param keep whether originals are kept, encrypted
  /// @param words as the scan knew them
  Hiding(ProjectFolder folder, Statements statements, boolean keep, SmallWords words)
      throws IOException {
    this.redacted = new RedactedStore(statements);
    this.findings = new FindingStore(statements);
    this.book = new PrivacyBook(folder, statements);
    this.rules = book.rules().knowing(words);
    this.verdicts = book.verdicts();
    this.policy = book.policy();
    this.redactor = new Redactor(policy, new StandIns(book.standInKey()));
    this.originals = keep ? book.originals() : null;
  }

  /// How many findings were hidden, by action and kind.
  Map<String, Long> done() {
    return done;
  }

  /// How many of them stood in fields of where texts come from, by field.
  Map<String, Long> fields() {
    return fields;
  }

  /// What was hidden, in clear, with its kind; for as long as the pass goes on.
  Map<String, Kind> values() {
    return values;
  }

  /// @return in how many texts something was hidden
  long run(JobContext context) throws IOException {
    double last = Math.max(1, redacted.newest());
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
    Map<String, String> origin = new LinkedHashMap<>(text.origin().fields());
    String words = text.text();
    UnaryOperator<List<Mark>> move = UnaryOperator.identity();
    boolean changed = false;
    List<Stored> left = new ArrayList<>();
    for (PrivateParts.Part part : PrivateParts.of(text, rules, verdicts)) {
      Rewriting rewriting = redactor.redact(part.field(), part.value(), part.findings());
      changed |= rewriting.changed();
      count(part);
      keepLeft(text.id(), part, rewriting, left);
      if (part.field().equals(PrivateParts.TEXT)) {
        words = rewriting.text();
        move = rewriting::moved;
      } else {
        origin.put(part.field(), rewriting.text());
      }
    }
    if (words.isBlank()) {
      throw Problem.of("problem.privacy.nothing-left", Long.toString(text.id()));
    }
    if (!changed) {
      return false;
    }
    byte[] sealed =
        originals == null
            ? null
            : originals.seal(PrivacyBook.place(text.id()), redacted.whole(text.id()));
    redacted.rewrite(text.id(), words, new Origin(origin), move, sealed);
    findings.deleteOf(List.of(text.id()));
    findings.add(left);
    return true;
  }

  private void count(PrivateParts.Part part) {
    for (Finding finding : part.findings()) {
      Action action = policy.of(finding.kind());
      if (action != Action.LEAVE) {
        if (values.size() < MOST_VALUES) {
          values.putIfAbsent(finding.in(part.value()), finding.kind());
        }
        done.merge(action.id() + " " + finding.kind().id(), 1L, Long::sum);
        if (!part.field().equals(PrivateParts.TEXT)) {
          fields.merge(part.field(), 1L, Long::sum);
        }
      }
    }
  }

  private void keepLeft(long id, PrivateParts.Part part, Rewriting rewriting, List<Stored> left)
      throws IOException {
    for (Finding finding : part.findings()) {
      if (policy.of(finding.kind()) == Action.LEAVE) {
        Mark mark =
            rewriting.moved(List.of(new Mark(finding.start(), finding.end(), "left"))).getFirst();
        Finding moved = new Finding(mark.start(), mark.end(), finding.kind(), finding.confidence());
        long mac = SecretKeys.mark(book.standInKey(), moved.kind(), moved.in(rewriting.text()));
        left.add(new Stored(0, id, part.field(), moved, mac));
      }
    }
  }
}
