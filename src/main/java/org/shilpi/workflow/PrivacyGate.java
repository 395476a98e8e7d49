package org.shilpi.workflow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shilpi.data.Labeled;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.privacy.Action;
import org.shilpi.privacy.GateState;
import org.shilpi.privacy.Policy;
import org.shilpi.privacy.Receipt;
import org.shilpi.privacy.Rules;
import org.shilpi.privacy.SecretKeys;
import org.shilpi.privacy.Waiver;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.FindingStore;
import org.shilpi.store.ReceiptStore;
import org.shilpi.store.RedactedStore;
import org.shilpi.store.VerdictStore;
import org.shilpi.train.Run;
import org.shilpi.workflow.PrivacySummary.KindCount;

/// Stands before every training: texts that surely give something away are learned from only when
/// it was hidden, or somebody took the responsibility.
public final class PrivacyGate {
  private static final int PAGE = 2_000;

  private final ProjectSession session;

  public PrivacyGate(ProjectSession session) {
    this.session = session;
  }

  /// How the project stands, by what was found so far.
  public PrivacySummary summary() throws IOException {
    PrivacyBook book = PrivacyBook.of(session);
    ExampleStore examples = new ExampleStore(session.database());
    RedactedStore redacted = new RedactedStore(session.database());
    Policy policy = book.policy();
    List<FindingStore.Count> counts = new FindingStore(session.database()).counts(0);
    List<KindCount> kinds =
        counts.stream()
            .map(count ->
                new KindCount(count.kind(), policy.of(count.kind()), count.sure(), count.unsure()))
            .toList();
    long newest = redacted.newest();
    long upTo = book.looked().upTo();
    boolean unread = upTo < newest && !redacted.untouched(upTo, 1).isEmpty();
    Optional<Waiver> waiver = book.waiver();
    // Counting takes long where a million texts give something away.
    long open =
        open(
            policy,
            waiver.isEmpty()
                ? counts
                : new FindingStore(session.database()).counts(waiver.get().upTo()));
    GateState state =
        waiver.isPresent() && waiver.get().upTo() >= newest
            ? GateState.WAIVED
            : unread
                ? GateState.OPEN
                : open > 0
                    ? GateState.BLOCKED
                    : waiver.isPresent() ? GateState.WAIVED : GateState.PASSED;
    return new PrivacySummary(
        state,
        examples.count(),
        unread ? Math.min(upTo, examples.count()) : examples.count(),
        kinds,
        redacted.count(),
        redacted.kept(),
        earlier(book),
        new Sweep(session.paths(), session.database()).owed(),
        waiver);
  }

  private List<Long> earlier(PrivacyBook book) {
    return book.hidden()
        .map(hidden ->
            session.runs().stream()
                .filter(run -> run.started().isBefore(hidden))
                .map(Run::id)
                .sorted()
                .toList())
        .orElse(List.of());
  }

  private static long open(Policy policy, List<FindingStore.Count> counts) {
    return counts.stream()
        .filter(count -> policy.of(count.kind()) != Action.LEAVE)
        .mapToLong(FindingStore.Count::sure)
        .sum();
  }

  /// Lets a training through, having looked at the texts that nobody had looked at.
  ///
  /// @throws Problem if something was found that nobody dealt with
  public Receipt require(JobContext context) throws IOException {
    if (summary().state() == GateState.OPEN) {
      new ScanPrivacy(session).run(context);
    }
    PrivacySummary now = summary();
    if (now.state() == GateState.BLOCKED) {
      throw Problem.of(
          "problem.privacy.found",
          Long.toString(now.open()),
          now.kinds().stream()
              .filter(kind -> kind.action() != Action.LEAVE && kind.sure() > 0)
              .map(kind -> kind.kind().id() + " " + kind.sure())
              .collect(Collectors.joining(", ")));
    }
    return record(Map.of(), Map.of());
  }

  /// Somebody takes the responsibility for the texts as they are now.
  ///
  /// @param who as the operating system knows them
  /// @throws Problem if no reason is given
  public void waive(String who, String reason) throws IOException {
    if (reason.isBlank()) {
      throw Problem.of("problem.privacy.reason");
    }
    long newest = new RedactedStore(session.database()).newest();
    PrivacyBook.of(session).put(new Waiver(who, session.clock().instant(), reason.strip(), newest));
    record(Map.of(), Map.of());
  }

  /// What the gate did last.
  public Optional<Receipt> receipt() {
    return new ReceiptStore(session.database()).newest();
  }

  /// Writes down how things stand, unless they stand as they did.
  ///
  /// @param done what was hidden just now, by action and kind
  /// @param fields how much of it stood beside the texts, by field
  Receipt record(Map<String, Long> done, Map<String, Long> fields) throws IOException {
    PrivacySummary summary = summary();
    Optional<Receipt> before = receipt();
    Map<String, Long> all = new TreeMap<>(done);
    Map<String, Long> beside = new TreeMap<>(fields);
    if (summary.hidden() > 0) {
      before.ifPresent(receipt -> {
        receipt.done().forEach((what, count) -> all.merge(what, count, Long::sum));
        receipt.fields().forEach((field, count) -> beside.merge(field, count, Long::sum));
      });
    }
    Map<String, Long> found = new TreeMap<>();
    summary.kinds().forEach(kind -> found.put(kind.kind().id(), kind.sure() + kind.unsure()));
    all.forEach(
        (what, count) -> found.merge(what.substring(what.indexOf(' ') + 1), count, Long::sum));
    PrivacyBook book = PrivacyBook.of(session);
    List<VerdictStore.Stored> said = new VerdictStore(session.database()).all();
    Receipt receipt =
        new Receipt(
            summary.state(),
            session.clock().instant(),
            summary.texts(),
            found,
            all,
            beside,
            Rules.VERSION,
            book.patterns().size(),
            said.stream().filter(verdict -> !verdict.hidden()).count(),
            said.stream().filter(VerdictStore.Stored::hidden).count(),
            SecretKeys.fingerprint(book.standInKey()),
            hash(),
            summary.waiver().filter(waiver -> summary.state() == GateState.WAIVED));
    if (before.filter(receipt::sameAs).isPresent()) {
      return before.get();
    }
    new ReceiptStore(session.database()).add(receipt);
    return receipt;
  }

  private String hash() {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    ExampleStore examples = new ExampleStore(session.database());
    List<Labeled> page = examples.page(0, PAGE);
    while (!page.isEmpty()) {
      for (Labeled text : page) {
        byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
        digest.update(
            ByteBuffer.allocate(2 * Long.BYTES).putLong(text.id()).putLong(bytes.length).flip());
        digest.update(bytes);
      }
      page = examples.page(page.getLast().id(), PAGE);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
