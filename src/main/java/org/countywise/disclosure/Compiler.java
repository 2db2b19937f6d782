package org.countywise.disclosure;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;

/** Reads rows as forms of atoms. */
final class Compiler {
  private final Disclosure disclosure;
  private final Geography geography;
  private final MicroTotals totals;
  private final Map<String, Disclosure.Rule> rules = new TreeMap<>();
  private final Collection<Slice> slices;
  private final Map<String, Set<String>> delivered = new TreeMap<>();
  private final Set<String> moved = new HashSet<>();
  private final List<IndicatorSlice> indicatorSlices = new ArrayList<>();

  private Compiler(Disclosure disclosure, Geography geography, List<PublishedCell> cells) {
    this.disclosure = disclosure;
    this.geography = geography;
    new RelatedIndicators(disclosure)
        .ofPeople()
        .forEach(r -> rules.put(r.indicator().indicator(), r));
    Set<String> units = new TreeSet<>();
    List<PublishedCell> ruled =
        cells.stream().filter(c -> rules.containsKey(c.indicator())).toList();
    ruled.stream()
        .filter(cell -> cell.level().equals(geography.unit()))
        .forEach(cell -> units.add(cell.region()));
    this.slices = Slice.of(ruled);
    this.totals = new MicroTotals(units, geography, disclosure.people());
  }

  /** The board of all rows that speak of people. */
  static SuppressionProblem board(
      Disclosure disclosure, Geography geography, List<PublishedCell> cells) {
    return new Compiler(disclosure, geography, cells).problem();
  }

  private SuppressionProblem problem() {
    slices.forEach(slice -> deliveries(slice.cells()));
    List<Slice> ordered = new ArrayList<>(slices);
    ordered.sort(
        Comparator.<Slice, Boolean>comparing(slice -> slice.any().isOld())
            .thenComparing(this::late));
    Map<IndicatorSlice, List<PublishedCell>> rows = new LinkedHashMap<>();
    for (Slice slice : ordered) {
      rows.put(column(slice), slice.cells());
    }
    indicatorSlices.addAll(rows.keySet());
    new Derived(totals, indicatorSlices).fill();
    List<TableRow> tableRows = new ArrayList<>();
    Lines reader = new Lines(geography, totals);
    rows.forEach((indicatorSlice, of) -> tableRows.addAll(reader.above(indicatorSlice, of)));
    return new SuppressionProblem(
        geography, totals, indicatorSlices, lines(tableRows), identities());
  }

  private List<TableRow> lines(List<TableRow> above) {
    List<TableRow> tableRows = new ArrayList<>(above);
    for (IndicatorSlice indicatorSlice : indicatorSlices) {
      for (TableRow tableRow : indicatorSlice.own) {
        if (tableRow != null) {
          tableRows.add(tableRow);
        }
      }
    }
    tableRows.sort(
        Comparator.<TableRow, PublishedCell.Key>comparing(tableRow -> tableRow.cell.key())
            .thenComparing(tableRow -> tableRow.cell.vintage()));
    return tableRows;
  }

  /** Months before their period come last: there the number may be seen in another territory. */
  private int late(Slice slice) {
    Derivation indicator = rules.get(slice.any().indicator()).indicator();
    return java.util.stream.Stream.of(indicator.numerator(), indicator.denominator())
            .flatMap(side -> side.terms().stream())
            .allMatch(term -> term.months() == org.countywise.plan.Months.THIS)
        ? 0
        : indicator.numerator().terms().size() + indicator.denominator().terms().size();
  }

  private void deliveries(List<PublishedCell> column) {
    for (PublishedCell cell : column) {
      if (cell.level().equals(geography.unit()) && !cell.status().equals("O")) {
        delivered.computeIfAbsent(delivery(cell), key -> new TreeSet<>()).add(cell.region());
      }
    }
  }

  private static String delivery(PublishedCell cell) {
    return cell.indicator() + "\t" + cell.viewpoint();
  }

  private IndicatorSlice column(Slice of) {
    PublishedCell any = of.any();
    Disclosure.Rule rule = rules.get(any.indicator());
    boolean single = rule.indicator().numerator().terms().size() == 1;
    String whole = rule.indicator().wholeDenominator() ? "" : any.breakdown();
    LinearForm denominator = seen(form(rule.indicator().denominator(), any, whole), of, true);
    LinearForm numerator = form(rule.indicator().numerator(), any, any.breakdown());
    if (single) {
      numerator = seen(numerator, of, false);
    }
    IndicatorSlice indicatorSlice =
        new IndicatorSlice(rule, any, numerator, denominator, totals.units.size());
    for (String unit : delivered.getOrDefault(delivery(any), Set.of())) {
      indicatorSlice.counts[totals.unit(unit)] = true;
    }
    new Lines(geography, totals).own(indicatorSlice, of.cells());
    return indicatorSlice;
  }

  private LinearForm form(Derivation.Side side, PublishedCell any, String breakdown) {
    Map<Integer, Double> form = new LinkedHashMap<>();
    YearMonth period = YearMonth.parse(any.period());
    for (Derivation.Term term : side.terms()) {
      for (YearMonth month : term.months().from(period)) {
        String seen =
            moved.contains(place(term.measure(), month.toString(), any.viewpoint()))
                ? any.viewpoint()
                : "";
        Variable variable = new Variable(term.measure(), month.toString(), breakdown, seen);
        form.merge(totals.id(variable), term.coefficient().doubleValue(), Double::sum);
      }
    }
    return new LinearForm(
        form.keySet().stream().mapToInt(i -> i).toArray(),
        form.values().stream().mapToDouble(d -> d).toArray());
  }

  private static String place(String measure, String month, String viewpoint) {
    return String.join("\t", measure, month, viewpoint);
  }

  /**
   * The form of one atom, or of the same number seen in this period's territory, or in an earlier
   * release, where it differs.
   */
  private LinearForm seen(LinearForm form, Slice of, boolean denominator) {
    PublishedCell any = of.any();
    if (form.atoms().length != 1
        || (!any.isOld() && totals.atom(form.atoms()[0]).month().equals(any.period()))
        || !differs(form, of, denominator)) {
      return form;
    }
    Variable variable = totals.atom(form.atoms()[0]);
    moved.add(place(variable.measure(), variable.month(), any.viewpoint()));
    Variable seen =
        new Variable(variable.measure(), variable.month(), variable.breakdown(), any.viewpoint());
    return new LinearForm(new int[] {totals.id(seen)}, form.by());
  }

  private boolean differs(LinearForm form, Slice of, boolean denominator) {
    Set<Integer> shown = new HashSet<>();
    for (PublishedCell cell : of.cells()) {
      int unit = cell.level().equals(geography.unit()) ? totals.unit(cell.region()) : -1;
      shown.add(unit);
      if (differs(form, unit, denominator ? cell.denominator() : cell.numerator())) {
        return true;
      }
    }
    // A breakdown's row that is left out is zero.
    boolean absent = of.any().isOld() && !of.any().breakdown().isEmpty();
    return absent
        && delivered.getOrDefault(delivery(of.any()), Set.of()).stream()
            .map(totals::unit)
            .anyMatch(unit -> !shown.contains(unit) && differs(form, unit, BigDecimal.ZERO));
  }

  private boolean differs(LinearForm form, int unit, BigDecimal part) {
    BigDecimal known = unit < 0 || part == null ? null : totals.of(form, unit);
    return known != null && known.subtract(part).abs().doubleValue() > LinearForm.EPSILON;
  }

  private List<Identity> identities() {
    return new Identities(disclosure, totals).all();
  }
}
