package org.shilpi.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shilpi.basemodel.BaseModel;
import org.shilpi.basemodel.Catalogue;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.job.Progress;
import org.shilpi.quality.Examination;
import org.shilpi.quality.Examination.Examined;
import org.shilpi.quality.Finding;
import org.shilpi.quality.Kind;
import org.shilpi.quality.Member;
import org.shilpi.quality.Outlook;
import org.shilpi.quality.Survey;
import org.shilpi.quality.SurveyTask;
import org.shilpi.quality.Surveyor;
import org.shilpi.store.LabelStore;
import org.shilpi.store.MendingStore;
import org.shilpi.store.QualityStore;
import org.shilpi.store.SettingStore;

/// Tells what is wrong with a project's data. The newest report is kept, so that it is there at
/// once; it says itself whether it is still true. Safe for use by several threads.
public final class CheckQuality {
  private static final int MOST_TOKENS = 512;

  /// Texts whose length stands for all.
  private static final int SOME = 500;

  /// Share of the work after which a survey begins.
  private static final double SURVEY = 0.2;

  private final ProjectSession session;
  private final Catalogue catalogue;

  public CheckQuality(ProjectSession session, Catalogue catalogue) {
    this.session = session;
    this.catalogue = catalogue;
  }

  /// Looks at all texts that were not set aside and keeps what it finds. What an earlier survey
  /// found is kept, but for texts that were set aside or relabeled since.
  ///
  /// @throws Problem if there are no texts
  /// @throws org.shilpi.job.CancelledException if the context was cancelled; the last report stays
  public QualityReport run(JobContext context) throws IOException {
    QualityStore store = new QualityStore(session.database());
    String stamp = store.stamp();
    ProjectCorpus corpus = new ProjectCorpus(store);
    List<Finding> findings = new ArrayList<>(examine(corpus, context).findings());
    findings.addAll(unreviewed(surveyedBefore(store)));
    return keep(stamp, corpus.size(), findings, context);
  }

  /// The same, and looks at the texts through the project's base model, which takes minutes:
  /// suspicious labels, texts unlike all others, texts that are cut, and what more labels would
  /// bring. Of more than 20,000 texts it takes so many, labeled ones first.
  ///
  /// @throws Problem if there are no texts
  /// @throws org.shilpi.job.CancelledException if the context was cancelled; the last report stays
  public QualityReport survey(Surveyor surveyor, JobContext context) throws IOException {
    Instant begin = session.clock().instant();
    QualityStore store = new QualityStore(session.database());
    String stamp = store.stamp();
    ProjectCorpus corpus = new ProjectCorpus(store);
    Examined examined = examine(corpus, new Stretch(context, 0, SURVEY));
    List<Finding> findings = new ArrayList<>(examined.findings());
    SurveyedTexts texts = SurveyedTexts.of(corpus, labels(), examined.copies());
    Path model = catalogue.folder(session.baseModel(), context);
    Files.createDirectories(session.paths().cache());
    SurveyTask task = texts.task(model, session.paths().cache());
    Survey seen = surveyor.survey(task, new Stretch(context, SURVEY, 1));
    if (texts.ids().length == corpus.size()) {
      findings.removeIf(finding -> finding.kind() == Kind.LONG);
    }
    findings.addAll(unreviewed(new Outlook(task, seen, texts.ids(), labels()).findings()));
    Instant end = session.clock().instant();
    new Surveyed(end, Duration.between(begin, end), texts.ids().length, stamp)
        .keep(new SettingStore(session.database()));
    return keep(stamp, corpus.size(), findings, context);
  }

  /// How long [#survey] would probably take.
  ///
  /// @throws IOException if the base models cannot be read
  public Duration surveyTime() throws IOException {
    QualityStore store = new QualityStore(session.database());
    long texts = store.header().map(QualityStore.Header::texts).orElse(0L);
    return SurveyTime.of(
        Surveyed.last(new SettingStore(session.database())),
        Math.min(SurveyedTexts.MOST, texts),
        store.items(0, SOME),
        catalogue.list().stream()
            .filter(model -> model.id().equals(session.baseModel()))
            .mapToLong(BaseModel::parameters)
            .sum());
  }

  /// Without labels that a person looked at since they were called suspicious.
  private List<Finding> unreviewed(List<Finding> findings) {
    Set<Long> reviewed = new MendingStore(session.database()).relabeled(Kind.SUSPICIOUS_LABEL);
    return findings.stream()
        .flatMap(finding ->
            finding.kind() == Kind.SUSPICIOUS_LABEL
                ? without(finding, reviewed).stream()
                : Stream.of(finding))
        .toList();
  }

  private static Optional<Finding> without(Finding finding, Set<Long> examples) {
    List<Member> left =
        finding.members().stream().filter(one -> !examples.contains(one.example())).toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(finding.of(left));
  }

  private Examined examine(ProjectCorpus corpus, JobContext context) throws IOException {
    if (corpus.size() == 0) {
      throw Problem.of("problem.quality.nothing");
    }
    BaseModel model = catalogue.get(session.baseModel());
    int limit = Math.min(MOST_TOKENS, model.maxPositions());
    return new Examination(corpus, labels(), limit, model.languages(), context).run();
  }

  private List<String> labels() {
    return new LabelStore(session.database()).names();
  }

  private static List<Finding> surveyedBefore(QualityStore store) {
    List<Finding> findings = new ArrayList<>();
    for (QualityStore.Found found : store.findings()) {
      if (!found.finding().kind().surveyed()) {
        continue;
      }
      List<Member> members =
          store.members(found.id(), 0, Integer.MAX_VALUE).stream()
              .filter(text -> !text.aside())
              .filter(text -> !text.judgement().labels().contains(text.member().proposal()))
              .map(QualityStore.Concerned::member)
              .toList();
      if (found.members() == 0) {
        findings.add(found.finding());
      } else if (!members.isEmpty()) {
        findings.add(found.finding().of(members));
      }
    }
    return findings;
  }

  private QualityReport keep(String stamp, long texts, List<Finding> findings, JobContext context)
      throws IOException {
    context.report(Progress.unknown("progress.quality.save"));
    findings.sort(Finding.ORDER);
    session
        .database()
        .transaction(statements -> {
          new QualityStore(statements)
              .replace(new QualityStore.Header(stamp, texts, session.clock().instant()), findings);
          return stamp;
        });
    return last().orElseThrow();
  }

  /// The newest report, if there is one.
  public Optional<QualityReport> last() {
    QualityStore store = new QualityStore(session.database());
    return store
        .header()
        .map(header ->
            QualityReport.of(
                header,
                header.stamp().equals(store.stamp()),
                store.findings(),
                Surveyed.last(new SettingStore(session.database()))));
  }

  /// Texts of a finding, the worst first, families together.
  ///
  /// @param from place of the first, from 0
  public List<FoundText> texts(long finding, long from, int limit) {
    return new QualityStore(session.database())
        .members(finding, from, limit).stream().map(FoundText::of).toList();
  }

  /// Accepts a finding as it is. It stays settled in later reports, until there is more of it.
  ///
  /// @throws Problem if the newest report has no such finding
  public void settle(long finding) {
    QualityStore store = new QualityStore(session.database());
    store.settle(find(store, finding), session.clock().instant());
  }

  /// Takes [#settle] back.
  ///
  /// @throws Problem if the newest report has no such finding
  public void reopen(long finding) {
    QualityStore store = new QualityStore(session.database());
    store.reopen(find(store, finding));
  }

  static Finding find(QualityStore store, long finding) {
    return store
        .find(finding)
        .orElseThrow(() -> Problem.of("problem.quality.no-finding", Long.toString(finding)))
        .finding();
  }
}
