package org.shilpi.workflow;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shilpi.data.Judgement;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Hidden;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Mend;
import org.shilpi.quality.Mojibake;
import org.shilpi.store.MendingStore;
import org.shilpi.store.MendingStore.Mending;
import org.shilpi.store.QualityStore;
import org.shilpi.store.QualityStore.Concerned;
import org.shilpi.store.Statements;

/// Does something about findings. Nothing is ever deleted, and everything can be undone. Safe for
/// use by several threads.
public final class MendData {
  private static final int PAGE = 1_000;

  private final ProjectSession session;

  public MendData(ProjectSession session) {
    this.session = session;
  }

  /// Does to all affected texts of a finding what the finding offers.
  ///
  /// @return what was done, for [#undo]
  /// @throws Problem if the newest report has no such finding, or it offers nothing
  public Mended mend(long finding, JobContext context) throws IOException {
    return mend(finding, Optional.empty(), context);
  }

  /// The same to some of its texts.
  ///
  /// @param examples their numbers
  /// @throws Problem if the newest report has no such finding, or it offers nothing
  public Mended mend(long finding, Set<Long> examples, JobContext context) throws IOException {
    return mend(finding, Optional.of(examples), context);
  }

  private Mended mend(long finding, Optional<Set<Long>> examples, JobContext context)
      throws IOException {
    return session
        .database()
        .transaction(statements -> {
          Finding found = CheckQuality.find(new QualityStore(statements), finding);
          Mend verb =
              found
                  .mend()
                  .orElseThrow(() -> Problem.of("problem.quality.no-mend", Long.toString(finding)));
          MendingStore store = new MendingStore(statements);
          long mending =
              store.start(verb, found.kind().id(), found.subject(), session.clock().instant());
          store.choose(mending, finding, examples);
          long texts =
              switch (verb) {
                case SET_ASIDE -> store.setAside(mending);
                case MOVE_TO_TRAINING -> store.moveToTraining(mending);
                case REWRITE ->
                    store.rewrite(
                        mending,
                        text -> {
                          context.checkCancelled();
                          return found.kind() == Kind.MOJIBAKE
                              ? Mojibake.mended(text)
                              : Hidden.removed(text);
                        });
                case RELABEL -> relabel(statements, mending, finding, context, examples);
              };
          return new Mended(mending, verb, texts);
        });
  }

  private long relabel(
      Statements statements,
      long mending,
      long finding,
      JobContext context,
      Optional<Set<Long>> examples) {
    QualityStore findings = new QualityStore(statements);
    MendingStore store = new MendingStore(statements);
    long count = 0;
    List<Concerned> page;
    for (long from = 0; !(page = findings.members(finding, from, PAGE)).isEmpty(); from += PAGE) {
      for (Concerned text : page) {
        context.checkCancelled();
        if (text.member().affected()
            && examples.map(some -> some.contains(text.member().example())).orElse(true)) {
          store.relabel(
              mending,
              text.member().example(),
              Judgement.of(text.member().proposal()),
              session.clock().instant());
          count++;
        }
      }
    }
    return count;
  }

  /// Gives all texts of a family the same judgement: what a person decided about copies that were
  /// judged differently.
  ///
  /// @param finding a finding whose texts stand in families
  /// @param family see [org.shilpi.quality.Member]
  /// @throws Problem if the newest report has no such finding or family, the project has no such
  ///   label, or the judgement does not fit its task
  public Mended decide(long finding, int family, Judgement judgement) throws IOException {
    return judge(
        finding, Integer.toString(family), findings -> findings.family(finding, family), judgement);
  }

  /// Gives one text of a finding a judgement, perhaps the one that it has: a person looked at it.
  ///
  /// @param judgement [Judgement#NONE] sends the text back to be labeled
  /// @throws Problem if the newest report has no such finding or text, the project has no such
  ///   label, or the judgement does not fit its task
  public Mended judge(long finding, long example, Judgement judgement) throws IOException {
    return judge(
        finding,
        Long.toString(example),
        findings -> findings.concerns(finding, example) ? List.of(example) : List.of(),
        judgement);
  }

  private Mended judge(
      long finding, String which, Function<QualityStore, List<Long>> some, Judgement judgement)
      throws IOException {
    Judgement fitting = LabelExamples.fitting(session, judgement);
    return session
        .database()
        .transaction(statements -> {
          QualityStore findings = new QualityStore(statements);
          Finding found = CheckQuality.find(findings, finding);
          List<Long> texts = some.apply(findings);
          if (texts.isEmpty()) {
            throw Problem.of("problem.quality.no-finding", finding + "." + which);
          }
          for (long text : texts) {
            LabelExamples.check(statements, text, fitting);
          }
          MendingStore store = new MendingStore(statements);
          Instant now = session.clock().instant();
          long mending = store.start(Mend.RELABEL, found.kind().id(), found.subject(), now);
          store.choose(mending, texts);
          texts.forEach(text -> store.relabel(mending, text, fitting, now));
          return new Mended(mending, Mend.RELABEL, texts.size());
        });
  }

  /// Sets texts aside that a person chose: they take no part any more.
  ///
  /// @throws Problem if a number is no text’s
  public Mended setAside(List<Long> examples) throws IOException {
    return chosen(Mend.SET_ASIDE, examples);
  }

  /// Makes training texts of texts that a person chose.
  ///
  /// @throws Problem if a number is no text’s
  public Mended moveToTraining(List<Long> examples) throws IOException {
    return chosen(Mend.MOVE_TO_TRAINING, examples);
  }

  private Mended chosen(Mend verb, List<Long> examples) throws IOException {
    LabelExamples texts = new LabelExamples(session);
    for (long example : examples) {
      if (texts.find(example).isEmpty()) {
        throw Problem.of("problem.label.no-text", Long.toString(example));
      }
    }
    return session
        .database()
        .transaction(statements -> {
          MendingStore store = new MendingStore(statements);
          long mending = store.start(verb, "", "", session.clock().instant());
          store.choose(mending, examples);
          long count =
              verb == Mend.SET_ASIDE ? store.setAside(mending) : store.moveToTraining(mending);
          return new Mended(mending, verb, count);
        });
  }

  /// Gives all texts of a mending back what they had before.
  ///
  /// @throws Problem if it was undone already, or a later one must be undone first
  public void undo(long mending) throws IOException {
    session
        .database()
        .transaction(statements -> {
          MendingStore store = new MendingStore(statements);
          Mending found =
              store.standing(Integer.MAX_VALUE).stream()
                  .filter(one -> one.id() == mending)
                  .findFirst()
                  .orElseThrow(() -> Problem.of("problem.quality.undone", Long.toString(mending)));
          store
              .laterThan(found)
              .ifPresent(later -> {
                throw Problem.of("problem.quality.later", Long.toString(later));
              });
          store.undo(found, session.clock().instant());
          return mending;
        });
  }

  /// What was done and not undone, newest first.
  public List<Mended> done(int limit) {
    return new MendingStore(session.database())
        .standing(limit).stream()
            .map(mending -> new Mended(mending.id(), mending.verb(), mending.texts()))
            .toList();
  }
}
