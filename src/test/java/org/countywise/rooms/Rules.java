package org.countywise.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The laws of the house, each an ArchUnit rule over the classes below one root package. */
public final class Rules {
  private static final Set<String> NO_ROOMS =
      Set.of("util", "utils", "common", "core", "helper", "model", "service", "manager");
  private static final List<String> NO_SUFFIXES =
      List.of(
          "Util", "Utils", "Common", "Core", "Helper", "Helpers", "Model", "Service", "Manager");
  private static final String SQL = "org.apache.spark.sql.";
  private static final String CATALYST = SQL + "catalyst";
  private static final Set<String> ACTIONS =
      Set.of(
          "count",
          "collect",
          "collectAsList",
          "show",
          "head",
          "first",
          "take",
          "takeAsList",
          "tail",
          "foreach",
          "foreachPartition",
          "toLocalIterator",
          "isEmpty",
          "reduce",
          "write",
          "writeTo",
          "writeStream",
          "cache",
          "persist",
          "checkpoint",
          "localCheckpoint");
  private static final int PACKAGE_INFO_LINES = 10;

  private final Rooms rooms;
  private final Path sources;

  /**
   * @param root the package that holds the rooms
   * @param sources the folder of that package's sources, for what compiled classes do not keep
   */
  public Rules(String root, Path sources) {
    this.rooms = new Rooms(root);
    this.sources = sources;
  }

  /** Every class lies directly in a room of the map. */
  public ArchRule knownRooms() {
    return each(
        "lie in a known room",
        type ->
            rooms.of(type).isPresent()
                ? List.of()
                : List.of(type.getName() + " is in no room; give its package doors in Rooms"));
  }

  /** A room uses the rooms and libraries that its doors lead to, the JDK and slf4j. */
  public ArchRule doors() {
    return each(
        "go through the doors of their room",
        type ->
            uses(type)
                .filter(use -> !allowed(type, use.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription)
                .toList());
  }

  /** No two rooms use each other, directly or round a corner. */
  public ArchRule noCycles() {
    return slices().matching(rooms.root() + ".(*)..").should().beFreeOfCycles();
  }

  /** Names that attract what belongs elsewhere. */
  public ArchRule honestNames() {
    return each(
        "have a name that says what they are",
        type ->
            NO_SUFFIXES.stream().anyMatch(type.getSimpleName()::endsWith)
                    || Stream.of(type.getPackageName().split("\\.")).anyMatch(NO_ROOMS::contains)
                ? List.of(type.getName() + " is named like an attic")
                : List.of());
  }

  /** Columns are named in {@code table} and nowhere else. */
  public ArchRule columnsNamedInTable() {
    return calls(
        "name columns only in table",
        "table",
        call ->
            called(call).equals(SQL + "functions.col")
                || called(call).equals(SQL + "functions.column"));
  }

  /** A step over rows describes a computation; running it is the business of {@code run}. */
  public ArchRule noActionInRows() {
    return each(
        "start no Spark job in rows",
        type ->
            rooms.isIn(type, "rows")
                ? accesses(type).filter(Rules::action).map(JavaAccess::getDescription).toList()
                : List.of());
  }

  /** A step over rows never reads a definition: what is written is planned first. */
  public ArchRule rowsReadNoDefinition() {
    return each(
        "read no definition in rows",
        type ->
            uses(type)
                .filter(use -> rooms.isIn(type, "rows"))
                .filter(
                    use -> rooms.isIn(use.getTargetClass().getBaseComponentType(), "definition"))
                .map(Dependency::getDescription)
                .toList());
  }

  /** Printing, exiting, the clock and the environment belong to {@code cli}. */
  public ArchRule worldOnlyInCli() {
    return calls("touch the world only in cli", "cli", World::touchedBy);
  }

  /** One room makes sessions. */
  public ArchRule sessionOwnedByRun() {
    return calls(
        "make a session only in run",
        "run",
        call -> called(call).equals(SQL + "SparkSession.builder"));
  }

  /**
   * Spark's internals change between versions; one room pays for that. Exceptions are exempt: the
   * public API declares checked ones of Catalyst.
   */
  public ArchRule catalystOnlyInExpression() {
    return each(
        "touch Catalyst only in compile.expression",
        type ->
            uses(type)
                .filter(use -> !rooms.isIn(type, "compile.expression"))
                .filter(use -> Door.within(use.getTargetClass().getPackageName(), CATALYST))
                .filter(use -> !use.getTargetClass().isAssignableTo(Throwable.class))
                .map(Dependency::getDescription)
                .toList());
  }

  /** Every room says in at most ten lines what lives there. */
  public ArchRule roomsExplained() {
    return each(
        "live in a room that explains itself",
        type -> rooms.of(type).flatMap(this::unexplained).map(List::of).orElse(List.of()));
  }

  private Optional<String> unexplained(String room) {
    Path file = sources.resolve(room.replace('.', '/')).resolve("package-info.java");
    if (!Files.exists(file)) {
      return Optional.of(room + " has no package-info.java");
    }
    try {
      int lines = Files.readAllLines(file).size();
      return lines <= PACKAGE_INFO_LINES
          ? Optional.empty()
          : Optional.of(room + "/package-info.java has " + lines + " lines, at most ten are read");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private boolean allowed(JavaClass from, JavaClass to) {
    String target = to.getPackageName();
    if (to.isPrimitive()
        || Door.within(target, "java")
        || Door.within(target, "javax")
        || Door.within(target, "org.slf4j")) {
      return true;
    }
    Optional<Door> door = rooms.of(from).map(Rooms.DOORS::get);
    if (rooms.own(to)) {
      return from.getPackageName().equals(target)
          || door.flatMap(d -> rooms.of(to).map(d::leadsTo)).orElse(false);
    }
    return door.map(d -> d.admits(target)).orElse(false);
  }

  private static boolean action(JavaAccess<?> call) {
    return call.getTargetOwner().getName().equals(SQL + "Dataset")
        && ACTIONS.contains(call.getTarget().getName());
  }

  private ArchRule calls(String rule, String onlyIn, Sight<JavaAccess<?>> forbidden) {
    return each(
        rule,
        type ->
            rooms.isIn(type, onlyIn)
                ? List.of()
                : accesses(type).filter(forbidden::seen).map(JavaAccess::getDescription).toList());
  }

  static String called(JavaAccess<?> call) {
    return call.getTargetOwner().getName() + "." + call.getTarget().getName();
  }

  private static Stream<Dependency> uses(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream();
  }

  private static Stream<JavaAccess<?>> accesses(JavaClass type) {
    return type.getAccessesFromSelf().stream();
  }

  private static ArchRule each(String rule, Complaints complaints) {
    return classes().should(new Complaining(rule, complaints));
  }

  /** Whether an access is one of those looked for. */
  interface Sight<T> {
    boolean seen(T access);
  }

  /** What is wrong with a class, one sentence each. */
  interface Complaints {
    Collection<String> about(JavaClass type);
  }
}
