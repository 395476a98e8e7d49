package org.shilpi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Who may import whom, for a house whose root package is given: the real one, or a bad fixture's.
final class HouseRules {
  private static final List<String> DOMAIN =
      List.of(
          "project",
          "data",
          "quality",
          "privacy",
          "label",
          "basemodel",
          "train",
          "evaluate",
          "deploy",
          "monitor");

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  /// All rules by a short name, which is also the name of the bad fixture's package.
  SequencedMap<String, ArchRule> all() {
    SequencedMap<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("domain", domainStandsAlone());
    rules.put("workflow", workflowIsHandedItsTrainer());
    rules.put("doors", doorsReachStoreOnlyThroughVerbs());
    rules.put(
        "javafx",
        only(
            "ui",
            "so that the core runs without JavaFX",
            "javafx..",
            "atlantafx..",
            "org.controlsfx..",
            "org.kordamp.."));
    rules.put("djl", only("djl", "one room speaks to the engine", "ai.djl.."));
    rules.put(
        "phones",
        only(
            "privacy",
            "what a telephone number is, one room decides",
            "com.google.i18n.phonenumbers.."));
    rules.put("sql", only("store", "one room speaks SQL", "java.sql..", "javax.sql..", "org.h2.."));
    rules.put(
        "document",
        only(
            "document",
            "hostile files are opened in one room, which runs in a process of its own",
            "org.jsoup..",
            "org.apache.james..",
            "org.apache.pdfbox..",
            "org.apache.poi..",
            "com.rtfparserkit..",
            "org.apache.commons.compress.archivers.."));
    rules.put("sockets", noSocketsOutside());
    rules.put("threads", noThreadsOutside());
    rules.put("streams", noStandardStreamsOutside());
    rules.put("clock", noHiddenClock());
    rules.put("viewmodel", viewModelsAreNotViews());
    rules.put("view", viewsDoNoWork());
    rules.put("runlater", runLaterInOnePlace());
    rules.put("features", featuresAreIndependent());
    rules.put("cycles", noCycles());
    rules.put("names", noEmptyNames());
    return rules;
  }

  private ArchRule domainStandsAlone() {
    return noClasses()
        .that()
        .resideInAnyPackage(rooms(DOMAIN))
        .should()
        .dependOnClassesThat(
            ours()
                .and(outside(plus(DOMAIN, "job")))
                .or(
                    thirdPartyBesides(
                        "java..",
                        // Java's own ciphers, and the plans of all telephone numbers: facts and
                        // arithmetic, as java.time is.
                        "javax.crypto..",
                        "com.google.i18n.phonenumbers..",
                        "javax.xml.stream..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.apache.commons.csv..",
                        "org.mozilla.universalchardet..")))
        .allowEmptyShould(true)
        .because("the domain must be testable and readable without database, engine or window");
  }

  private ArchRule workflowIsHandedItsTrainer() {
    return noClasses()
        .that()
        .resideInAPackage(room("workflow"))
        .should()
        .dependOnClassesThat(ours().and(outside(plus(DOMAIN, "job", "store", "workflow"))))
        .allowEmptyShould(true)
        .because(
            "the verbs are the same for window, command line and tests: engines are handed in");
  }

  private ArchRule doorsReachStoreOnlyThroughVerbs() {
    return noClasses()
        .that()
        .resideInAnyPackage(room("cli"), room("ui"))
        .should()
        .dependOnClassesThat(
            ours().and(outside(plus(DOMAIN, "job", "workflow", "settings", "text", "cli", "ui"))))
        .allowEmptyShould(true)
        .because("window and command line use the same verbs and know neither SQL nor the engine");
  }

  private ArchRule only(String room, String why, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(room(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .allowEmptyShould(true)
        .because(why);
  }

  private ArchRule noSocketsOutside() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(room("deploy"), room("basemodel"))
        .should()
        .dependOnClassesThat(
            HasName.Predicates.nameMatching(
                "java\\.net\\.(?!URI$|URISyntaxException$|URL$|URLEncoder$|URLDecoder$|MalformedURLException$).*|java\\.net\\.http\\..*"))
        .allowEmptyShould(true)
        .because("nothing touches the network unless the user asks for it");
  }

  private ArchRule noThreadsOutside() {
    DescribedPredicate<HasName> threads =
        HasName.Predicates.nameMatching(
            "java\\.util\\.(Timer|concurrent\\.(Executors|ExecutorService|ForkJoinPool|ThreadPoolExecutor|ScheduledExecutorService|CompletableFuture))");
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(room("job"), room("worker"), root)
        .should()
        .dependOnClassesThat(threads.forSubtype())
        .orShould()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callMethod(Thread.class, "ofVirtual")
        .orShould()
        .callMethod(Thread.class, "ofPlatform")
        .orShould()
        .callMethod(Thread.class, "startVirtualThread", Runnable.class)
        .allowEmptyShould(true)
        .because("all long work is a job, and a thread nobody can cancel is a leak");
  }

  private ArchRule noStandardStreamsOutside() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(room("cli"), room("worker"), root)
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true)
        .because("a worker's standard output is its protocol, and users read words, not prints");
  }

  private ArchRule noHiddenClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(rooms(plus(DOMAIN, "workflow")))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Clock.class, "systemUTC")
        .orShould()
        .callMethod(java.time.Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(java.util.Random.class)
        .orShould()
        .callMethodWhere(isCall("java.util.concurrent.ThreadLocalRandom", "current"))
        .orShould()
        .callMethodWhere(isCall("java.util.UUID", "randomUUID"))
        .orShould()
        .callConstructor(java.util.SplittableRandom.class)
        .allowEmptyShould(true)
        .because("a run must be repeatable: clocks and seeds are handed in");
  }

  private ArchRule viewModelsAreNotViews() {
    return noClasses()
        .that()
        .resideInAPackage(room("ui"))
        .and()
        .haveSimpleNameEndingWith("ViewModel")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..")
        .allowEmptyShould(true)
        .because("what a page knows is tested without a window");
  }

  private ArchRule viewsDoNoWork() {
    return noClasses()
        .that()
        .resideInAPackage(room("ui"))
        .and()
        .haveSimpleNameEndingWith("View")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("workflow"), room("store"))
        .allowEmptyShould(true)
        .because("a view draws; the view model asks for work");
  }

  private ArchRule runLaterInOnePlace() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("FxJobs")
        .should()
        .callMethodWhere(isCall("javafx.application.Platform", "runLater"))
        .allowEmptyShould(true)
        .because("one place keeps only the newest progress, so that the window never lags behind");
  }

  private ArchRule featuresAreIndependent() {
    return slices()
        .matching(root + ".ui.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.alwaysTrue(), inAny("ui.shell", "ui.control"))
        .ignoreDependency(inAny("ui.shell"), DescribedPredicate.alwaysTrue())
        .allowEmptyShould(true)
        .because("a page can be changed without reading the others");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("a cycle makes two rooms one");
  }

  private ArchRule noEmptyNames() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Base|AbstractBase)")
        .allowEmptyShould(true)
        .because("a name that says nothing hides a missing noun");
  }

  private DescribedPredicate<JavaClass> ours() {
    return JavaClass.Predicates.resideInAPackage(root + "..");
  }

  private DescribedPredicate<JavaClass> outside(List<String> rooms) {
    return DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(rooms(rooms)));
  }

  private DescribedPredicate<JavaClass> thirdPartyBesides(String... allowed) {
    return DescribedPredicate.not(ours())
        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed)))
        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("")))
        .and(DescribedPredicate.not(primitive()));
  }

  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe("primitive", type -> type.isPrimitive() || type.isArray());
  }

  private DescribedPredicate<JavaClass> inAny(String... rooms) {
    return JavaClass.Predicates.resideInAnyPackage(rooms(List.of(rooms)));
  }

  private static DescribedPredicate<JavaCall<?>> isCall(String owner, String name) {
    return DescribedPredicate.describe(
            owner + "." + name,
            (JavaAccess<?> call) ->
                call.getTargetOwner().getName().equals(owner)
                    && call.getTarget().getName().equals(name))
        .forSubtype();
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private String[] rooms(List<String> names) {
    return names.stream().map(this::room).toArray(String[]::new);
  }

  private static List<String> plus(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }
}
