package org.countywise.definition;

import java.util.List;
import java.util.Map;

/** The region scheme: which levels exist and how a code yields its parents. */
public record Regions(
    @Key("levels of regions, from the top (the nation) to the bottom") List<Level> levels,
    @Key(
            value =
                "the dataset that knows every region and its parent over time; left out, a parent's code is the leading digits of its child's",
            optional = true)
        Roster roster,
    @Key(
            value =
                "the dataset that says which code became which; left out, a code lies where the roster of a month says, and nowhere else",
            optional = true)
        Changes changes,
    @Key(value = "named sets of regions of one level, published as `group:<name>`", optional = true)
        Map<String, Group> groups) {

  /** One level of regions. */
  public record Level(
      @Key("name of the level, as in `region_level`") String level,
      @Key(value = "the one code of the top level", optional = true) String code,
      @Key(value = "length of a code of this level; left out at the top", optional = true)
          Integer digits,
      @Key(value = "true where rows of this level are never published", optional = true)
          Boolean restricted,
      @Key("what readers call the level") Title title) {

    /** Whether a code is that of one of its regions, by its length. */
    public boolean isOf(String region) {
      return digits == null ? region.equals(code) : region.length() == digits;
    }
  }

  /** Which columns of the roster dataset mean what. */
  public record Roster(
      @Key("the dataset that is the roster") String dataset,
      @Key("its column with the code of the region") String code,
      @Key("its column with the level of the region") String level,
      @Key("its column with the code of the parent") String parent,
      @Key("its column with the name") String name,
      @Key("its column with the English name") String nameEn,
      @Key("its column with the first day the row is valid") String from,
      @Key("its column with the first day the row is no longer valid") String to) {}

  /** Which columns of the dataset of changes mean what. */
  public record Changes(
      @Key("the dataset with a row per old code and its successor") String dataset,
      @Key("its column with the old code") String old,
      @Key("its column with the code that has the territory, or a part of it, afterwards")
          String next,
      @Key("its column with the first day of the new state") String on,
      @Key("its column with the kind of change") String kind,
      @Key("kinds that move territory: they break a region's series, status `B`")
          List<String> breaks) {}

  /** A named set of regions. */
  public record Group(
      @Key("what readers call the group") Title title,
      @Key("a reference dataset with one row per member") String dataset,
      @Key("its column with the code of the member") String code,
      @Key(value = "SQL condition: which rows are members; left out, all", optional = true)
          String where) {}
}
