package org.countywise.definition;

import java.util.List;
import java.util.Map;

/**
 * What experts ask of data that keep every rule of the contract. Rules of quality only warn: they
 * change no value and stop nothing.
 */
public record Quality(
    @Key(
            value = "rules about the share of strange rows in a unit and period, by name",
            optional = true)
        Map<String, Share> shares,
    @Key(
            value = "rules about an indicator against its own history in a unit, by name",
            optional = true)
        Map<String, Jump> jumps) {

  /** Too large or too small a share of strange rows. */
  public record Share(
      @Key("what is found where the rule warns") Title title,
      @Key("the view or dataset whose rows are looked at; its tallies may look back") String view,
      @Key(
              value = "SQL condition: which rows of the view are looked at; left out, all",
              optional = true)
          String where,
      @Key("SQL condition: which of these are strange") String strange,
      @Key("on which side of the limit the share of strange rows is a warning") Watch.Raised raised,
      @Key("the limit, a share from 0 to 1") String limit,
      @Key("with fewer rows to look at the rule is silent") Integer atLeast,
      @Key(
              value =
                  "how many standard deviations of chance the share has to lie beyond the limit; left out, none",
              optional = true)
          String deviations,
      @Key("what to do, after a semicolon") Title remedy) {}

  /** A value far from those of the months before it. */
  public record Jump(
      @Key("what is found where the rule warns") Title title,
      @Key("the indicators, whose totals are looked at") List<String> indicators,
      @Key("how many months before the period are its history") Integer months,
      @Key("with fewer published months among them the rule is silent") Integer atLeast,
      @Key(
              "how many robust standard deviations, 1.4826 times the median distance from the median, the value has to lie away from the median")
          String deviations,
      @Key("by which share of the median it has to differ at least, such as `'0.25'`")
          String change,
      @Key(
              value = "by how much it has to differ at least, in its unit; left out, 0",
              optional = true)
          String least,
      @Key("what to do, after a semicolon") Title remedy) {}
}
