package org.countywise.definition;

import java.util.List;
import java.util.Map;

/** Statements that somebody made, to be checked against published figures. */
public record Claims(
    @Key("where the statements come from") Title title,
    @Key(
            value =
                "earlier months' values that are published as the denominator of a ratio; they serve where they are there, else the month's own row",
            optional = true)
        List<KnownBase> bases,
    @Key("the statements, by name") Map<String, Statement> statements) {

  /** An indicator's value in another month, published as the denominator of a ratio. */
  public record KnownBase(
      @Key("the indicator whose value it is") String of,
      @Key("its month, seen from the statement's") Against against,
      @Key("the ratio whose published denominator it is") String denominatorOf) {}

  /** One statement: a number, a comparison of it with another month, or both. */
  public record Statement(
      @Key("what was said") Wording text,
      @Key(value = "who said it and when", optional = true) String source,
      @Key(
              value =
                  "the indicator it speaks of; exactly one of `indicator` and `formula` is given",
              optional = true)
          String indicator,
      @Key(value = "`name=value` where it speaks of a breakdown", optional = true) String breakdown,
      @Key(value = "what it speaks of, where that is no indicator", optional = true)
          Formula formula,
      @Key("the region it speaks of: a code or `group:<name>`") String region,
      @Key("the month it speaks of, `YYYY-MM`") String period,
      @Key(
              value = "the number as stated, in the indicator's unit, without separators",
              optional = true)
          String value,
      @Key(
              value =
                  "the unit it was rounded to, for example `10000`; left out, that of its last digit",
              optional = true)
          String roundedTo,
      @Key(value = "what it says of another month", optional = true) Comparison comparison,
      @Key(
              value =
                  "what else may have been counted, tried before the nation and all groups where the number is not right",
              optional = true)
          List<Population> populations,
      @Key(
              value = "ratios with another base, tried where the number of a ratio is not right",
              optional = true)
          List<String> otherBases) {}

  /** A text in both languages. */
  public record Wording(
      @Key("the text in English") String en, @Key("the text in Chinese") String zh) {}

  /** Arithmetic over published indicators. */
  public record Formula(
      @Key("a sum of indicators and terms with constant factors, for example `a - b`")
          String numerator,
      @Key(value = "the same, for a ratio", optional = true) String denominator,
      @Key(
              value = "what a ratio is multiplied with, 100 for percent; 1 when left out",
              optional = true)
          String factor,
      @Key(value = "names for other parts, breakdowns and months of indicators", optional = true)
          Map<String, Term> terms) {}

  /** A published number under a name of its own. */
  public record Term(
      @Key("the indicator") String indicator,
      @Key(value = "`name=value`; left out for the total", optional = true) String breakdown,
      @Key(value = "its month, `YYYY-MM`; left out, the statement's", optional = true)
          String period,
      @Key(value = "which number of its row; `value` when left out", optional = true)
          Phrase.Part part) {}

  /** What a statement says of its number and that of another month. */
  public record Comparison(
      @Key(
              "`growth` in percent of the base, `share` in percent of the base, or `increase` in the number's own unit")
          Says says,
      @Key("the growth, share or increase as stated") String stated,
      @Key(
              value =
                  "the unit it was rounded to, for example `0.1`; left out, that of its last digit",
              optional = true)
          String roundedTo,
      @Key("the month it is said to be against") Against against,
      @Key(
              value =
                  "the unit to which the base was rounded before it was used; left out, it was exact",
              optional = true)
          String baseRoundedTo) {}

  /** How two months are compared. */
  public enum Says {
    GROWTH,
    SHARE,
    INCREASE
  }

  /** The month a comparison is against, seen from the statement's; tried in this order. */
  public enum Against {
    LAST_DECEMBER,
    SAME_MONTH_LAST_YEAR,
    PREVIOUS_MONTH
  }

  /** Something else that may have been counted: at least one of the two is given. */
  public record Population(
      @Key(value = "another indicator; left out, the statement's", optional = true)
          String indicator,
      @Key(value = "another region; left out, the statement's", optional = true) String region) {}
}
