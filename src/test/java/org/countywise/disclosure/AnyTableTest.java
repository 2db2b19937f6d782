package org.countywise.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Whatever is in a table of regions and kinds, linear programming tells no small number of it. */
class AnyTableTest {
  private static final String JULY = "2020-07";
  private static final int KINDS = 3;

  /** Three kinds for each county, most numbers small. */
  @Provide
  Arbitrary<List<List<Integer>>> tables() {
    Arbitrary<Integer> count =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
            net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(1, 6)),
            net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(5, 60)));
    return count.list().ofSize(HandMade.COUNTIES.size()).list().ofSize(KINDS);
  }

  @Property(tries = 60)
  void shouldTellNothingSmall(@ForAll("tables") List<List<Integer>> kinds) {
    HandMade release = release(kinds);
    Protection protection = release.protect();

    assertThat(protection.exposed()).isEmpty();
    assertThat(protection.recovered()).isEmpty();
    for (PublishedCell cell : release.cells()) {
      int value = cell.numerator().intValue();
      if (value > 0 && value < HandMade.MIN) {
        assertThat(protection.hidden()).containsKey(cell.key());
        assertThat(bound(release, protection, cell, false) - bound(release, protection, cell, true))
            .as("%s", cell)
            .isGreaterThan(HandMade.MIN - 1 - 1e-6);
      }
    }
  }

  private static HandMade release(List<List<Integer>> kinds) {
    HandMade release = new HandMade().count("sick").adds("sick", "kind");
    Integer[] totals = new Integer[HandMade.COUNTIES.size()];
    for (int i = 0; i < totals.length; i++) {
      int county = i;
      totals[i] = kinds.stream().mapToInt(kind -> kind.get(county)).sum();
    }
    release.rows("sick", JULY, "", totals);
    for (int k = 0; k < kinds.size(); k++) {
      release.rows("sick", JULY, "kind=" + k, kinds.get(k).toArray(Integer[]::new));
    }
    return release;
  }

  /**
   * The least or greatest a cell can be: every hidden row an unknown of at least one, parents and
   * totals sums.
   */
  private static double bound(
      HandMade release, Protection protection, PublishedCell wanted, boolean least) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Map<String, Variable> unknowns = new HashMap<>();
    for (PublishedCell cell : release.cells()) {
      Variable unknown = model.newVariable(place(cell.region(), cell.breakdown())).lower(1);
      unknowns.put(place(cell.region(), cell.breakdown()), unknown);
      if (!protection.hidden().containsKey(cell.key())) {
        unknown.level(cell.numerator());
      }
    }
    List<String> breakdowns = new ArrayList<>(List.of(""));
    for (int k = 0; k < KINDS; k++) {
      breakdowns.add("kind=" + k);
    }
    for (String breakdown : breakdowns) {
      for (String above : List.of("11", "22", "CN", "group:all")) {
        List<String> parts = new ArrayList<>();
        HandMade.COUNTIES.stream()
            .filter(county -> above.length() > 2 || above.equals("CN") || county.startsWith(above))
            .forEach(county -> parts.add(place(county, breakdown)));
        sum(model, unknowns, place(above, breakdown), parts);
      }
    }
    List<String> regions = new ArrayList<>(HandMade.COUNTIES);
    regions.addAll(List.of("11", "22", "CN", "group:all"));
    for (String region : regions) {
      List<String> parts = new ArrayList<>();
      breakdowns.subList(1, breakdowns.size()).forEach(b -> parts.add(place(region, b)));
      sum(model, unknowns, place(region, ""), parts);
    }
    unknowns.get(place(wanted.region(), wanted.breakdown())).weight(1);
    Optimisation.Result result = least ? model.minimise() : model.maximise();
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      return least ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    assertThat(result.getState().isOptimal()).as("%s", result.getState()).isTrue();
    return result.getValue();
  }

  private static String place(String region, String breakdown) {
    return region + " " + breakdown;
  }

  /** Rows that are left out are zero. */
  private static void sum(
      ExpressionsBasedModel model, Map<String, Variable> unknowns, String total, List<String> of) {
    if (unknowns.containsKey(total)) {
      Expression expression = model.newExpression("sum " + total + of).level(0);
      expression.set(unknowns.get(total), -1);
      of.stream()
          .filter(unknowns::containsKey)
          .forEach(part -> expression.set(unknowns.get(part), 1));
    }
  }
}
