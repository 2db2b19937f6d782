package org.countywise.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.compile.resolve.DefinitionIndex;
import org.countywise.definition.Dataset;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;
import org.countywise.plan.Derivation;
import org.countywise.plan.Derivation.Need;
import org.countywise.plan.Derivation.Side;
import org.countywise.plan.Derivation.Term;
import org.countywise.plan.Distribution;
import org.countywise.plan.Months;
import org.countywise.plan.RegionScheme;

/** Resolves indicators and balances into arithmetic over measures, or statistics of records. */
final class Derivations {
  private static final Side NOTHING = new Side(List.of(), Set.of());

  private final DefinitionIndex definitionIndex;
  private final Readings readings;
  private final Views views;
  private final List<String> upwards;

  Derivations(DefinitionIndex definitionIndex, RegionScheme regionScheme) {
    this.definitionIndex = definitionIndex;
    this.readings = new Readings(definitionIndex);
    this.views = new Views(definitionIndex);
    this.upwards = regionScheme.upwards().stream().map(RegionScheme.Level::name).toList();
  }

  Derivation indicator(String family, String id, Family.Indicator indicator) {
    boolean statistic = indicator.statistic() != null;
    Side numerator =
        statistic
            ? records(distribution(id, indicator.statistic()), indicator.statistic())
            : side(indicator.numerator(), indicator.overTime());
    Side denominator =
        statistic
            ? beneath(indicator.statistic(), numerator)
            : side(indicator.denominator(), indicator.overTime());
    return new Derivation(
        id,
        family,
        indicator.title().en(),
        indicator.title().zh(),
        indicator.unit(),
        indicator.factor() == null ? BigDecimal.ONE : new BigDecimal(indicator.factor()),
        numerator,
        denominator,
        Boolean.TRUE.equals(indicator.denominatorTotal()),
        indicator.breakdown(),
        !Boolean.FALSE.equals(indicator.total()),
        lowest(numerator, denominator));
  }

  /** A balance: zero wherever the books are right. */
  Derivation balance(String family, String name, Family.Balance balance) {
    Side zero = side(balance.zero(), balance.overTime());
    return new Derivation(
        name,
        family,
        balance.title().en(),
        balance.title().zh(),
        "",
        BigDecimal.ONE,
        zero,
        NOTHING,
        balance.by() == null ? List.of() : List.of(balance.by()),
        balance.by() == null,
        lowest(zero, NOTHING));
  }

  Distribution distribution(String id, Family.Statistic statistic) {
    return new Distribution(
        id,
        Distribution.Kind.valueOf(statistic.kind().name()),
        definitionIndex.views().get(statistic.view()).from(),
        views.rows(statistic.view()),
        statistic.of(),
        statistic.weight() == null ? "1" : statistic.weight());
  }

  private Side side(String sum, Map<String, Family.OverTime> overTime) {
    if (sum == null) {
      return NOTHING;
    }
    List<Term> terms = new ArrayList<>();
    Linear.of(sum).terms().forEach((name, factor) -> terms.add(term(name, factor, overTime)));
    Set<Need> needs = new TreeSet<>();
    for (Term term : terms) {
      for (String measure : definitionIndex.rowMeasures(term.measure())) {
        readings
            .of(definitionIndex.measures().get(measure))
            .forEach(reading -> needs.add(shifted(reading.need(), term.months())));
      }
    }
    return new Side(List.copyOf(terms), needs);
  }

  /** A measure that looks back is never taken from another month itself: a rule sees to it. */
  private static Need shifted(Need need, Months months) {
    return need.months() == Months.THIS ? new Need(need.dataset(), months) : need;
  }

  private static Term term(String name, BigDecimal factor, Map<String, Family.OverTime> overTime) {
    Family.OverTime other = overTime.get(name);
    return other == null
        ? new Term(name, Months.THIS, factor)
        : new Term(other.measure(), Months.valueOf(other.take().name()), factor);
  }

  private Side records(Distribution distribution, Family.Statistic statistic) {
    return new Side(
        List.of(words(distribution.toString().lines().findFirst().orElseThrow())),
        new TreeSet<>(Readings.needs(readings.of(statistic))));
  }

  private static Side beneath(Family.Statistic statistic, Side above) {
    return statistic.kind() == Family.Statistic.Kind.GINI
        ? new Side(List.of(words("all weight × all of the value")), above.needs())
        : NOTHING;
  }

  /** A side that no measure adds up to, in words. */
  private static Term words(String words) {
    return new Term(words, Months.THIS, BigDecimal.ONE);
  }

  /** The highest of the levels that rows of its datasets lie in, empty where it is the lowest. */
  private String lowest(Side numerator, Side denominator) {
    int highest = 0;
    for (Side side : List.of(numerator, denominator)) {
      for (Need need : side.needs()) {
        Dataset dataset = definitionIndex.datasets().get(need.dataset());
        if (dataset.level() != null) {
          highest = Math.max(highest, upwards.indexOf(dataset.level()));
        }
      }
      if (side.terms().stream().anyMatch(term -> definitionIndex.isComposite(term.measure()))) {
        highest =
            Math.max(highest, upwards.indexOf(definitionIndex.definitions().delivery().unit()));
      }
    }
    return highest == 0 ? "" : upwards.get(highest);
  }
}
