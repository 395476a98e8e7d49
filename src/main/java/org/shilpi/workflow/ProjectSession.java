package org.shilpi.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.shilpi.data.Labeled;
import org.shilpi.data.Split;
import org.shilpi.job.JobContext;
import org.shilpi.job.Problem;
import org.shilpi.privacy.GateState;
import org.shilpi.project.Disk;
import org.shilpi.project.ProjectFolder;
import org.shilpi.project.ProjectLock;
import org.shilpi.project.TaskKind;
import org.shilpi.store.AnnotationStore;
import org.shilpi.store.Database;
import org.shilpi.store.ExampleStore;
import org.shilpi.store.LabelStore;
import org.shilpi.store.PredictionStore;
import org.shilpi.store.QualityStore;
import org.shilpi.store.RejectedStore;
import org.shilpi.store.RunStore;
import org.shilpi.store.SettingStore;
import org.shilpi.store.SourceStore;
import org.shilpi.train.Run;
import org.shilpi.train.TrainingEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A project that is open: its folder, its lock and its database. Safe for use by several threads;
/// close it once.
public final class ProjectSession implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ProjectSession.class);

  private final ProjectFolder folder;
  private final ProjectLock lock;
  private final Database database;
  private final Clock clock;
  private final TaskKind task;
  private final List<String> unfinished;
  private volatile Optional<CutOff> cutOff;
  private final ReentrantLock imports = new ReentrantLock();
  private final ReentrantLock freezing = new ReentrantLock();
  private volatile @Nullable NearCopies copies;

  private ProjectSession(
      ProjectFolder folder,
      ProjectLock lock,
      Database database,
      Clock clock,
      TaskKind task,
      List<String> unfinished,
      Optional<CutOff> cutOff) {
    this.folder = folder;
    this.lock = lock;
    this.database = database;
    this.clock = clock;
    this.task = task;
    this.unfinished = unfinished;
    this.cutOff = cutOff;
  }

  /// Makes a new project in a folder that must be empty or absent.
  ///
  /// @throws Problem if something lies in the folder already, the task cannot be learned yet, or
  ///   the disk is full or read-only; nothing is left then
  public static ProjectSession create(Path folder, TaskKind task, String baseModel, Clock clock) {
    if (task == TaskKind.GENERATE) {
      throw Problem.of("problem.project.task", task.id());
    }
    ProjectFolder project = new ProjectFolder(folder);
    boolean absent = !Files.exists(project.path());
    if (!absent && !empty(project.path())) {
      throw Problem.of("problem.project.not-empty", project.path().toString());
    }
    try {
      Files.createDirectories(project.path());
      return opened(project, clock, task, baseModel);
    } catch (IOException | RuntimeException failure) {
      discard(project, absent, failure);
      throw Disk.problem(failure, project.path())
          .map(RuntimeException.class::cast)
          .orElseGet(() -> unexpected(failure));
    }
  }

  private static boolean empty(Path folder) {
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
      return !inside.iterator().hasNext();
    } catch (IOException notReadable) {
      return false;
    }
  }

  private static void discard(ProjectFolder project, boolean absent, Exception failure) {
    try {
      Files.deleteIfExists(project.databaseFile());
      Files.deleteIfExists(project.lock());
      if (absent) {
        Files.deleteIfExists(project.path());
      }
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  /// Opens a project: takes its lock, migrates its database, marks runs that nobody works on as
  /// interrupted.
  ///
  /// @throws Problem if it is open elsewhere, newer than this program, read-only, or no project
  public static ProjectSession open(Path folder, Clock clock) {
    ProjectFolder project = new ProjectFolder(folder);
    if (!project.holdsProject()) {
      throw Problem.of("problem.project.none", project.path().toString());
    }
    try {
      return opened(project, clock, null, "");
    } catch (IOException failure) {
      throw unexpected(failure);
    }
  }

  private static RuntimeException unexpected(Exception failure) {
    return failure instanceof RuntimeException own
        ? own
        : new UncheckedIOException((IOException) failure);
  }

  private static ProjectSession opened(
      ProjectFolder project, Clock clock, @Nullable TaskKind created, String baseModel)
      throws IOException {
    ProjectLock lock = ProjectLock.take(project);
    Database database = null;
    try {
      database = Database.open(project);
      if (created != null) {
        database.transaction(statements -> {
          SettingStore settings = new SettingStore(statements);
          settings.put(SettingStore.TASK, created.id());
          settings.put(SettingStore.BASE_MODEL, baseModel);
          return true;
        });
      }
      String task =
          new SettingStore(database)
              .get(SettingStore.TASK)
              .orElseThrow(() -> Problem.of("problem.project.none", project.path().toString()));
      Optional<CutOff> cutOff = CutOff.of(database);
      List<String> unfinished =
          cutOff.isPresent() ? List.of() : takeAwayUnfinished(project, database);
      Sweep sweep = new Sweep(project, database);
      if (sweep.owed()) {
        sweep.run();
      }
      int interrupted = new RunStore(database).interruptRunning();
      if (interrupted > 0) {
        log.info("{}: {} runs had been interrupted", project.name(), interrupted);
      }
      return new ProjectSession(
          project,
          lock,
          database,
          clock,
          TaskKind.valueOf(task.toUpperCase(Locale.ROOT)),
          unfinished,
          cutOff);
    } catch (IOException | RuntimeException failure) {
      if (database != null) {
        database.close();
      }
      lock.close();
      throw failure;
    }
  }

  // An import that a killed process had begun, and that cannot go on.
  private static List<String> takeAwayUnfinished(ProjectFolder project, Database database) {
    SourceStore sources = new SourceStore(database);
    List<String> unfinished = sources.unfinished();
    if (!unfinished.isEmpty()) {
      log.info("{}: the import of {} had come to no end", project.name(), unfinished);
      sources.withdraw(sources.present());
      database.compactWhenClosed();
    }
    new SettingStore(database).remove(SettingStore.IMPORT);
    return unfinished;
  }

  public Path folder() {
    return folder.path();
  }

  /// The folder's name, shown as the project's name.
  public String name() {
    return folder.name();
  }

  public TaskKind task() {
    return task;
  }

  /// An import that was cut off, and of which nobody decided yet whether it goes on.
  public Optional<CutOff> cutOff() {
    return cutOff;
  }

  // Called with the lock of imports.
  void lookForCutOff() {
    cutOff = CutOff.of(database);
  }

  // Called with the lock of imports. First what would let it go on: cut short, the rest goes when
  // the project is next opened.
  void withdrawCutOff() {
    new SettingStore(database).remove(SettingStore.IMPORT);
    cutOff = Optional.empty();
    SourceStore sources = new SourceStore(database);
    sources.withdraw(sources.present());
    database.compactWhenClosed();
  }

  /// Names of files whose import had come to no end when this was opened and cannot go on: nothing
  /// of them is in the project.
  public List<String> unfinished() {
    return unfinished;
  }

  public String baseModel() {
    return new SettingStore(database).get(SettingStore.BASE_MODEL).orElse("");
  }

  public void chooseBaseModel(String id) {
    new SettingStore(database).put(SettingStore.BASE_MODEL, id);
  }

  /// Counts for the rail of steps, the command line and Home.
  public ProjectSummary summary() {
    PrivacySummary gate = gate();
    return new ProjectSummary(
        name(),
        task.id(),
        baseModel(),
        (int) new ExampleStore(database).count(),
        (int) new AnnotationStore(database).labeled(),
        (int) new RejectedStore(database).count(),
        new LabelStore(database).names().size(),
        (int)
            new QualityStore(database)
                .findings().stream().filter(found -> FoundFinding.of(found).open()).count(),
        gate.state(),
        gate.state() == GateState.BLOCKED ? gate.open() : 0,
        runs().stream().findFirst(),
        new PredictionStore(database).latestAccuracy(Split.TEST));
  }

  private PrivacySummary gate() {
    try {
      return new PrivacyGate(this).summary();
    } catch (IOException failure) {
      throw unexpected(failure);
    }
  }

  /// All runs, newest first.
  public List<Run> runs() {
    return new RunStore(database).all();
  }

  /// The events of a run, in order. What was repeated after an interruption stands once.
  public List<TrainingEvent> events(long run) {
    return EventHistory.joined(new RunStore(database).events(run));
  }

  ProjectFolder paths() {
    return folder;
  }

  Database database() {
    return database;
  }

  Clock clock() {
    return clock;
  }

  /// Held by an import, so that texts of two files do not mingle.
  ReentrantLock imports() {
    return imports;
  }

  /// For each text the place of the first of its near copies. Looking for them takes a while, and
  /// is done anew only where the texts changed.
  int[] nearCopies(List<Labeled> texts, JobContext context) {
    NearCopies known = copies;
    if (known == null || known.stamp() != NearCopies.stamp(texts)) {
      known = NearCopies.of(texts, context);
      copies = known;
    }
    return known.firsts();
  }

  /// Held while a snapshot is written: a forecast and a run may want the same one.
  ReentrantLock freezing() {
    return freezing;
  }

  @Override
  public void close() {
    try {
      database.close();
    } finally {
      try {
        lock.close();
      } catch (IOException failure) {
        log.warn("{}: the lock could not be closed", folder.path(), failure);
      }
    }
  }
}
