package org.countywise.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How regions roll up.
 *
 * @param levels from the top to the bottom
 * @param unit the level that delivers
 * @param roster null where a code's leading digits are its parent
 * @param changes null where nothing says which code became which
 */
public record RegionScheme(
    List<Level> levels, String unit, Roster roster, Changes changes, List<Group> groups) {

  /**
   * A level.
   *
   * @param code the one code of the top level, empty below
   * @param digits length of its codes, 0 at the top
   * @param titleEn what readers call it: at the top, the name of its one region
   */
  public record Level(
      String name, String code, int digits, boolean restricted, String titleEn, String titleZh) {}

  /** Columns of the dataset that knows every region, its parent and its days of validity. */
  public record Roster(
      String dataset,
      String code,
      String level,
      String parent,
      String name,
      String nameEn,
      String from,
      String to) {}

  /**
   * Columns of the dataset that knows which code became which.
   *
   * @param breaks kinds of changes that move territory
   */
  public record Changes(
      String dataset, String old, String next, String on, String kind, List<String> breaks) {}

  /** A set of units, published as {@code group:<name>}. */
  public record Group(
      String name, String titleEn, String titleZh, String dataset, String code, String where) {

    /** The group's code in the published tables. */
    public String region() {
      return "group:" + name;
    }
  }

  /** Length of a unit's code. */
  public int unitDigits() {
    return level(unit).digits();
  }

  /** The level of this name. */
  public Level level(String name) {
    return levels.stream().filter(level -> level.name().equals(name)).findFirst().orElseThrow();
  }

  /** The one region at the top. */
  public String top() {
    return levels.get(0).code();
  }

  /** Names of the levels below one; none below the empty name. */
  public List<String> below(String level) {
    return level.isEmpty()
        ? List.of()
        : levels.stream().map(Level::name).dropWhile(name -> !name.equals(level)).skip(1).toList();
  }

  /** Levels from the bottom to the top. */
  public List<Level> upwards() {
    return java.util.stream.IntStream.iterate(levels.size() - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(levels::get)
        .toList();
  }

  @Override
  public String toString() {
    String chain = upwards().stream().map(Level::name).collect(Collectors.joining(" → "));
    String parents = roster == null ? "leading digits" : "roster " + roster.dataset();
    String named =
        groups.stream()
            .map(
                g ->
                    "\n  "
                        + g.region()
                        + " = "
                        + g.dataset()
                        + "."
                        + g.code()
                        + " where "
                        + g.where())
            .collect(Collectors.joining());
    String changed =
        changes == null
            ? ""
            : "\n  older codes by "
                + changes.dataset()
                + "; a break: "
                + String.join(", ", changes.breaks());
    return "territory\n  " + chain + "; parents by " + parents + "; unit " + unit + changed + named;
  }
}
