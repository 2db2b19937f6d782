package org.countywise.definition;

import java.util.List;

/**
 * What the pages of the report show first, and in which order. Nothing is computed of it, and what
 * it does not name is shown after what it names.
 *
 * @param county null where nobody has said what comes first
 * @param warning null where all counts by rule are shown
 * @param map null where it begins with the first indicator
 */
public record Layout(
    @Key(value = "the page of a county, and of any other region", optional = true) County county,
    @Key(value = "the page of early warning", optional = true) Warning warning,
    @Key(value = "the map", optional = true) Choropleth map) {

  /** Nobody has said what comes first. */
  public static final Layout NONE = new Layout(null, null, null);

  /** What is shown of a region. */
  public record County(
      @Key(value = "indicators of the table on top, month by month, in order", optional = true)
          List<String> first,
      @Key(value = "wholes and what they are made of, in order", optional = true) List<Part> parts,
      @Key(
              value =
                  "the count of units that keep all criteria of benchmarks.yaml, above the distances to them",
              optional = true)
          String verdict) {}

  /** A whole and what it is made of: its breakdown, or other indicators. */
  public record Part(
      @Key("what readers call it") Title title,
      @Key("the indicator that is divided") String whole,
      @Key(value = "the breakdown that divides it", optional = true) String by,
      @Key(value = "instead: the indicators that it is made of", optional = true) List<String> of,
      @Key(
              value =
                  "values of the breakdown that come first, and are named where there is none too",
              optional = true)
          List<String> order) {}

  /** What is shown of alerts; never a household. */
  public record Warning(
      @Key(value = "counts with a breakdown `rule`, one of which is looked at", optional = true)
          List<String> counts,
      @Key(value = "a count for every hundred of another, county by county", optional = true)
          Rate rate) {}

  /** One count for every hundred of another. */
  public record Rate(
      @Key("what readers call it") Title title,
      @Key("the count above the line") String of,
      @Key("the count below the line") String per) {}

  /** What the map begins with, and what moves from place to place on it. */
  public record Choropleth(
      @Key(value = "the indicator it begins with", optional = true) String first,
      @Key(value = "what goes from the regions elsewhere", optional = true) Flow flows) {}

  /** An indicator whose breakdown says where to. */
  public record Flow(
      @Key("what readers call it") Title title,
      @Key("the indicator") String of,
      @Key("its breakdown, whose values are regions, or places with a name") String by) {}
}
