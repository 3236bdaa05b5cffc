package dev.sarkhat;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the packages to their order: each knows only those named before it. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sarkhat");

  /** Packages of one row do not know each other. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("text", "paging"),
          List.of("json"),
          List.of("http", "database"),
          List.of("change"),
          List.of("cache", "purge", "schedule"),
          List.of("access"),
          List.of("section", "tag", "source", "contributor"),
          List.of("article"),
          List.of("menu", "resolve", "search"),
          List.of("spelling"),
          List.of("ingest"));

  @Test
  void packagesDependOnEarlierRowsOnly() {
    List<String> earlier = new ArrayList<>();
    for (List<String> row : ROWS) {
      for (String name : row) {
        Set<String> allowed = new TreeSet<>(earlier);
        allowed.add(name);
        noClasses()
            .that()
            .resideInAPackage(in(name))
            .should()
            .dependOnClassesThat(resideInAPackage("dev.sarkhat..").and(not(resideInAnyOf(allowed))))
            .because(name + " may know " + allowed + " only")
            .check(CLASSES);
      }
      earlier.addAll(row);
    }
  }

  @Test
  void everyPackageHasItsPlace() {
    Set<String> placed =
        ROWS.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    for (JavaClass each : CLASSES) {
      String rest = each.getPackageName().substring("dev.sarkhat".length());
      String top = rest.isEmpty() ? "" : rest.substring(1).split("\\.", 2)[0];
      assertTrue(top.isEmpty() || placed.contains(top), () -> each + " is in no known package");
    }
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("dev.sarkhat.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyHttpKnowsStatusCodes() {
    noClasses()
        .that()
        .resideOutsideOfPackage(in("http"))
        .should()
        .dependOnClassesThat(
            nameMatching(
                "jakarta\\.ws\\.rs\\.(core\\.Response.*|WebApplicationException|.*Exception)"))
        .check(CLASSES);
  }

  @Test
  void onlyTheSystemClockTellsTheTime() {
    for (Class<?> type :
        List.of(
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.LocalDateTime.class,
            java.time.ZonedDateTime.class,
            java.time.OffsetDateTime.class)) {
      noClasses().should().callMethod(type, "now").check(CLASSES);
    }
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.sarkhat.SystemClock")
        .should()
        .callMethod(java.time.Clock.class, "systemUTC")
        .check(CLASSES);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLASSES);
  }

  @Test
  void resourcesAnswerWithRecordsAndNotWithEntities() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(jakarta.ws.rs.Path.class)
        .should()
        .notHaveRawReturnType(annotatedWith(jakarta.persistence.Entity.class))
        .check(CLASSES);
  }

  private static String in(String name) {
    return "dev.sarkhat." + name + "..";
  }

  private static DescribedPredicate<JavaClass> resideInAnyOf(Set<String> names) {
    return names.stream()
        .map(name -> resideInAPackage(in(name)))
        .reduce((one, other) -> one.or(other))
        .orElseThrow();
  }
}
