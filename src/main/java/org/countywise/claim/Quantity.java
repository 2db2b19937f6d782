package org.countywise.claim;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.countywise.definition.Claims;
import org.countywise.definition.Linear;
import org.countywise.definition.Phrase;

/** What a statement speaks of, in any population and month. */
record Quantity(Published published, Claims.Statement statement) {
  private static final String TOTAL = "";

  /**
   * Whose number it is.
   *
   * @param indicator empty where a formula says it
   */
  public record Population(String indicator, String region) {

    @Override
    public String toString() {
      return Phrases.say("population", this);
    }
  }

  /** The population that the statement names. */
  Population own() {
    return new Population(
        statement.indicator() == null ? "" : statement.indicator(), statement.region());
  }

  /** The number of a population in a month. */
  Found in(Population population, String period) {
    if (statement.formula() == null) {
      return number(
          new Published.At(population.indicator(), breakdown(), population.region(), period),
          Phrase.Part.VALUE);
    }
    Claims.Formula formula = statement.formula();
    Found numerator = sum(formula.numerator(), population.region(), period);
    BigDecimal factor =
        formula.factor() == null ? BigDecimal.ONE : new BigDecimal(formula.factor());
    Found quotient =
        formula.denominator() == null
            ? numerator
            : numerator.dividedBy(
                sum(formula.denominator(), population.region(), period), formula.denominator());
    return quotient.with(number -> number.times(factor));
  }

  /** The denominator of a ratio's row. */
  Found base(String ratio, String region, String period) {
    return number(new Published.At(ratio, breakdown(), region, period), Phrase.Part.DENOMINATOR);
  }

  private String breakdown() {
    return statement.breakdown() == null ? TOTAL : statement.breakdown();
  }

  private Found sum(String text, String region, String period) {
    Found sum = null;
    for (Map.Entry<String, BigDecimal> term : Linear.of(text).terms().entrySet()) {
      Found next =
          term(term.getKey(), region, period).with(number -> number.times(term.getValue()));
      sum = sum == null ? next : sum.with(next, Ratio::plus);
    }
    return sum;
  }

  private Found term(String name, String region, String period) {
    Claims.Term term = statement.formula().terms().get(name);
    if (term == null) {
      return number(new Published.At(name, TOTAL, region, period), Phrase.Part.VALUE);
    }
    return number(
        new Published.At(
            term.indicator(),
            term.breakdown() == null ? TOTAL : term.breakdown(),
            region,
            term.period() == null ? period : term.period()),
        term.part() == null ? Phrase.Part.VALUE : term.part());
  }

  private Found number(Published.At at, Phrase.Part part) {
    Optional<Published.Figure> row = published.find(at);
    if (row.isEmpty()) {
      return Found.missing(absence(at));
    }
    Published.Figure figure = row.get();
    BigDecimal number = part == Phrase.Part.NUMERATOR ? figure.numerator() : figure.denominator();
    if (part == Phrase.Part.VALUE && figure.valued() && figure.factor() != null) {
      return Found.of(value(figure), figure.status());
    }
    if (part != Phrase.Part.VALUE && number != null) {
      return Found.of(Ratio.of(number), figure.status());
    }
    return Found.missing(
        figure.valued() && part == Phrase.Part.VALUE
            ? Phrases.say("factor", at)
            : Phrases.say(
                part == Phrase.Part.DENOMINATOR ? "base" : "value",
                new Unknown(at, figure.status())));
  }

  private static Ratio value(Published.Figure figure) {
    BigDecimal numerator = figure.numerator().multiply(figure.factor());
    return figure.denominator() == null
        ? Ratio.of(numerator)
        : new Ratio(numerator, figure.denominator());
  }

  /** A row without the number that was looked for. */
  public record Unknown(Published.At at, String status) {}

  private String absence(Published.At at) {
    if (!published.indicators().contains(at.indicator())) {
      return Phrases.say("indicator", at);
    }
    if (!published.regions().contains(at.region())) {
      return Phrases.say("region", at);
    }
    return Phrases.say(published.periods().contains(at.period()) ? "cell" : "month", at);
  }
}
