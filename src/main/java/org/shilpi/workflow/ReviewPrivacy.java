package org.shilpi.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.shilpi.job.Problem;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.CustomPattern;
import org.shilpi.privacy.Finding;
import org.shilpi.privacy.Kind;
import org.shilpi.privacy.Policy;
import org.shilpi.privacy.Redactor;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.StandIns;
import org.shilpi.store.FindingStore;
import org.shilpi.store.FindingStore.Stored;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.VerdictStore;

/// People look at what was found, and say what is private and what should be done. Safe for use by
/// several threads.
public final class ReviewPrivacy {
  private static final int AROUND = 60;

  /// What somebody said about a value.
  ///
  /// @param text the text it holds for, or all
  /// @param hidden whether it is private
  public record Said(long id, Optional<Long> text, Kind kind, String value, boolean hidden) {}

  private final ProjectSession session;

  public ReviewPrivacy(ProjectSession session) {
    this.session = session;
  }

  /// Findings in order, those first that were found first.
  ///
  /// @param after number of the finding before the first, 0 for the beginning
  /// @param kind only these, or all
  /// @param sure only those that are, or only those that are not
  public List<PrivateFinding> page(long after, int limit, Optional<Kind> kind, boolean sure)
      throws IOException {
    PrivacyBook book = PrivacyBook.of(session);
    SecretKey key = book.standInKey();
    Redactor redactor = new Redactor(book.policy(), new StandIns(key));
    List<PrivateFinding> page = new ArrayList<>();
    for (Stored stored : new FindingStore(session.database()).page(after, limit, kind, sure)) {
      new RedactedStore(session.database())
          .texts(List.of(stored.exampleId())).stream()
              .map(text -> PrivateParts.value(text, stored.field()))
              .filter(value -> stands(stored, value, key))
              .map(value -> shown(stored, value, redactor))
              .forEach(page::add);
    }
    return page;
  }

  // Somebody may have mended the text since.
  private static boolean stands(Stored stored, String text, SecretKey key) {
    Finding finding = stored.finding();
    return finding.end() <= text.length()
        && SecretKeys.mark(key, finding.kind(), finding.in(text)) == stored.mac();
  }

  private static PrivateFinding shown(Stored stored, String text, Redactor redactor) {
    Finding finding = stored.finding();
    String value = finding.in(text);
    Finding alone = new Finding(0, value.length(), finding.kind(), finding.confidence());
    return new PrivateFinding(
        stored.id(),
        stored.exampleId(),
        stored.field(),
        finding.kind(),
        finding.confidence(),
        text.substring(Math.max(0, finding.start() - AROUND), finding.start()),
        value,
        text.substring(finding.end(), Math.min(text.length(), finding.end() + AROUND)),
        redactor.redact(stored.field(), value, List.of(alone)).text());
  }

  /// Decides about a finding.
  ///
  /// @param hidden whether it is private
  /// @param everywhere for this value in all texts, or for it in this text only
  /// @throws Problem if there is no such finding (any more)
  public void decide(long findingId, boolean hidden, boolean everywhere) throws IOException {
    Stored stored =
        new FindingStore(session.database())
            .find(findingId)
            .orElseThrow(() -> Problem.of("problem.privacy.no-finding", Long.toString(findingId)));
    String text =
        PrivateParts.value(
            new RedactedStore(session.database()).texts(List.of(stored.exampleId())).getFirst(),
            stored.field());
    if (!stands(stored, text, PrivacyBook.of(session).standInKey())) {
      throw Problem.of("problem.privacy.no-finding", Long.toString(findingId));
    }
    Optional<Long> where = everywhere ? Optional.empty() : Optional.of(stored.exampleId());
    decide(where, stored.finding().kind(), stored.finding().in(text), hidden);
  }

  /// Says of a value whether it is private, in all texts.
  public void say(Kind kind, String value, boolean hidden) throws IOException {
    decide(Optional.empty(), kind, value.strip(), hidden);
  }

  private void decide(Optional<Long> where, Kind kind, String value, boolean hidden)
      throws IOException {
    session
        .database()
        .transaction(statements -> {
          PrivacyBook book = new PrivacyBook(session.paths(), statements);
          SecretKey key = book.standInKey();
          long mac = SecretKeys.mark(key, kind, value);
          new VerdictStore(statements)
              .decide(
                  where, kind, mac, hidden, book.seal(kind, mac, value), session.clock().instant());
          FindingStore findings = new FindingStore(statements);
          if (hidden) {
            findings.confirm(kind, mac, where);
          } else {
            findings.dismiss(kind, mac, where);
          }
          return true;
        });
  }

  /// What was said so far, oldest first.
  public List<Said> said() throws IOException {
    PrivacyBook book = PrivacyBook.of(session);
    List<Said> said = new ArrayList<>();
    for (VerdictStore.Stored stored : new VerdictStore(session.database()).all()) {
      said.add(
          new Said(
              stored.id(), stored.exampleId(), stored.kind(), book.value(stored), stored.hidden()));
    }
    return said;
  }

  /// Takes back what was said. The texts are looked at anew by the next scan.
  public void unsay(long id) throws IOException {
    session
        .database()
        .transaction(statements -> {
          new VerdictStore(statements).delete(id);
          PrivacyBook book = new PrivacyBook(session.paths(), statements);
          PrivacyBook.Looked looked = book.looked();
          book.put(new PrivacyBook.Looked(looked.rules(), looked.lists(), 0));
          return true;
        });
  }

  /// What hiding does about each kind.
  public Policy policy() {
    return PrivacyBook.of(session).policy();
  }

  public void choose(Kind kind, Action action) {
    PrivacyBook book = PrivacyBook.of(session);
    book.put(book.policy().with(kind, action));
  }

  public List<CustomPattern> patterns() {
    return PrivacyBook.of(session).patterns();
  }

  /// Adds a pattern of the project's own, in place of one with the same name. The texts are looked
  /// at anew by the next scan.
  ///
  /// @throws Problem if it cannot be read, takes for ever, or fits where there is nothing
  public void add(CustomPattern pattern) {
    pattern.requireUsable();
    List<CustomPattern> all = new ArrayList<>(without(pattern.name()));
    all.add(pattern);
    PrivacyBook.of(session).put(all);
  }

  /// @throws Problem if there is no pattern with this name
  public void remove(String name) {
    List<CustomPattern> left = without(name);
    if (left.size() == patterns().size()) {
      throw Problem.of("problem.privacy.no-pattern", name);
    }
    PrivacyBook.of(session).put(left);
  }

  private List<CustomPattern> without(String name) {
    return patterns().stream().filter(pattern -> !pattern.name().equals(name)).toList();
  }
}
