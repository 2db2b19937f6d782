package org.countywise.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.countywise.definition.Dataset;
import org.countywise.definition.Definitions;
import org.countywise.definition.Family;
import org.countywise.definition.Linear;
import org.countywise.plan.Composite;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Months;

/** Resolves indicators and balances, and remembers what has to be measured for them. */
final class Derivations {
  private static final Derivation.Side NOTHING = new Derivation.Side(List.of(), Set.of());

  private final Definitions definitions;
  private final Views views;
  private final Map<String, Family.Measure> known = new LinkedHashMap<>();
  private final Set<String> measures = new LinkedHashSet<>();
  private final Map<String, Composite> composites = new LinkedHashMap<>();
  private final List<Distribution> distributions = new ArrayList<>();

  Derivations(Definitions definitions, Views views) {
    this.definitions = definitions;
    this.views = views;
    definitions.families().values().forEach(family -> known.putAll(family.measures()));
  }

  /** Names of the measures of rows that are needed so far. */
  Collection<String> measures() {
    return measures;
  }

  List<Composite> composites() {
    return List.copyOf(composites.values());
  }

  List<Distribution> distributions() {
    return List.copyOf(distributions);
  }

  Derivation indicator(String family, String id, Family.Indicator indicator) {
    boolean statistic = indicator.statistic() != null;
    Derivation.Side numerator =
        statistic
            ? distribution(id, indicator.statistic())
            : side(indicator.numerator(), indicator.overTime());
    Derivation.Side denominator =
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
    Derivation.Side zero = side(balance.zero(), balance.overTime());
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

  private Derivation.Side side(String sum, Map<String, Family.OverTime> overTime) {
    if (sum == null) {
      return NOTHING;
    }
    List<Derivation.Term> terms = new ArrayList<>();
    Set<Derivation.Need> needs = new TreeSet<>();
    Linear.of(sum).terms().forEach((name, factor) -> terms.add(term(name, factor, overTime)));
    for (Derivation.Term term : terms) {
      reads(term.measure()).forEach(need -> needs.add(shifted(need, term.months())));
    }
    return new Derivation.Side(List.copyOf(terms), needs);
  }

  /**
   * A measure that looks back is never taken from another month itself: {@code check} sees to it.
   */
  private static Derivation.Need shifted(Derivation.Need need, Months months) {
    return need.months() == Months.THIS ? new Derivation.Need(need.dataset(), months) : need;
  }

  private static Derivation.Term term(
      String name, BigDecimal factor, Map<String, Family.OverTime> overTime) {
    Family.OverTime other = overTime.get(name);
    return other == null
        ? new Derivation.Term(name, Months.THIS, factor)
        : new Derivation.Term(other.measure(), Months.valueOf(other.take().name()), factor);
  }

  /** What a measure reads; from here on it is measured. */
  private Set<Derivation.Need> reads(String name) {
    Family.Measure measure = known.get(name);
    if (measure.value() == null) {
      measures.add(name);
      return views.reads(measure.view(), Views.expressions(measure));
    }
    List<String> of = List.copyOf(Names.among(known.keySet(), measure.value()));
    composites.put(name, new Composite(name, measure.value(), of));
    Set<Derivation.Need> needs = new LinkedHashSet<>();
    of.forEach(part -> needs.addAll(reads(part)));
    return needs;
  }

  private Derivation.Side distribution(String id, Family.Statistic statistic) {
    String weight = statistic.weight() == null ? "1" : statistic.weight();
    Distribution distribution =
        new Distribution(
            id,
            Distribution.Kind.valueOf(statistic.kind().name()),
            views.dataset(statistic.view()).dataset(),
            new ScanPlanner(views, List.of()).rows(statistic.view()),
            statistic.of(),
            weight);
    distributions.add(distribution);
    return new Derivation.Side(
        List.of(words(distribution.toString().lines().findFirst().orElseThrow())),
        new TreeSet<>(views.reads(statistic.view(), List.of(statistic.of(), weight))));
  }

  private static Derivation.Side beneath(Family.Statistic statistic, Derivation.Side above) {
    return statistic.kind() == Family.Statistic.Kind.GINI
        ? new Derivation.Side(List.of(words("all weight × all of the value")), above.needs())
        : NOTHING;
  }

  /** A side that no measure adds up to, in words. */
  private static Derivation.Term words(String words) {
    return new Derivation.Term(words, Months.THIS, BigDecimal.ONE);
  }

  /** The highest of the levels that rows of its datasets lie in, empty where it is the lowest. */
  private String lowest(Derivation.Side numerator, Derivation.Side denominator) {
    List<String> upwards =
        new RegionPlanner(definitions)
            .regionScheme().upwards().stream().map(l -> l.name()).toList();
    int highest = 0;
    for (Derivation.Side side : List.of(numerator, denominator)) {
      for (Derivation.Need need : side.needs()) {
        Dataset dataset = definitions.datasets().get(need.dataset());
        if (dataset.level() != null) {
          highest = Math.max(highest, upwards.indexOf(dataset.level()));
        }
      }
      if (side.terms().stream().anyMatch(term -> composites.containsKey(term.measure()))) {
        highest = Math.max(highest, upwards.indexOf(definitions.delivery().unit()));
      }
    }
    return highest == 0 ? "" : upwards.get(highest);
  }
}
