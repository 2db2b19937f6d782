package org.countywise.protect;

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
  private final Truth truth;
  private final Map<String, Disclosure.Rule> rules = new TreeMap<>();
  private final Collection<Slice> slices;
  private final Map<String, Set<String>> delivered = new TreeMap<>();
  private final Set<String> moved = new HashSet<>();
  private final List<Column> columns = new ArrayList<>();

  private Compiler(Disclosure disclosure, Geography geography, List<Cell> cells) {
    this.disclosure = disclosure;
    this.geography = geography;
    new Kinship(disclosure).ofPeople().forEach(r -> rules.put(r.indicator().indicator(), r));
    Set<String> units = new TreeSet<>();
    List<Cell> ruled = cells.stream().filter(c -> rules.containsKey(c.indicator())).toList();
    ruled.stream()
        .filter(cell -> cell.level().equals(geography.unit()))
        .forEach(cell -> units.add(cell.region()));
    this.slices = Slice.of(ruled);
    this.truth = new Truth(units, geography, disclosure.people());
  }

  /** The board of all rows that speak of people. */
  static Board board(Disclosure disclosure, Geography geography, List<Cell> cells) {
    return new Compiler(disclosure, geography, cells).board();
  }

  private Board board() {
    slices.forEach(slice -> deliveries(slice.cells()));
    List<Slice> ordered = new ArrayList<>(slices);
    ordered.sort(
        Comparator.<Slice, Boolean>comparing(slice -> slice.any().isOld())
            .thenComparing(this::late));
    Map<Column, List<Cell>> rows = new LinkedHashMap<>();
    for (Slice slice : ordered) {
      rows.put(column(slice), slice.cells());
    }
    columns.addAll(rows.keySet());
    new Derived(truth, columns).fill();
    List<Line> lines = new ArrayList<>();
    Lines reader = new Lines(geography, truth);
    rows.forEach((column, of) -> lines.addAll(reader.above(column, of)));
    return new Board(geography, truth, columns, lines(lines), identities());
  }

  private List<Line> lines(List<Line> above) {
    List<Line> lines = new ArrayList<>(above);
    for (Column column : columns) {
      for (Line line : column.own) {
        if (line != null) {
          lines.add(line);
        }
      }
    }
    lines.sort(
        Comparator.<Line, Cell.Key>comparing(line -> line.cell.key())
            .thenComparing(line -> line.cell.vintage()));
    return lines;
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

  private void deliveries(List<Cell> column) {
    for (Cell cell : column) {
      if (cell.level().equals(geography.unit()) && !cell.status().equals("O")) {
        delivered.computeIfAbsent(delivery(cell), key -> new TreeSet<>()).add(cell.region());
      }
    }
  }

  private static String delivery(Cell cell) {
    return cell.indicator() + "\t" + cell.viewpoint();
  }

  private Column column(Slice of) {
    Cell any = of.any();
    Disclosure.Rule rule = rules.get(any.indicator());
    boolean single = rule.indicator().numerator().terms().size() == 1;
    String whole = rule.indicator().wholeDenominator() ? "" : any.breakdown();
    Shift denominator = seen(form(rule.indicator().denominator(), any, whole), of, true);
    Shift numerator = form(rule.indicator().numerator(), any, any.breakdown());
    if (single) {
      numerator = seen(numerator, of, false);
    }
    Column column = new Column(rule, any, numerator, denominator, truth.units.size());
    for (String unit : delivered.getOrDefault(delivery(any), Set.of())) {
      column.counts[truth.unit(unit)] = true;
    }
    new Lines(geography, truth).own(column, of.cells());
    return column;
  }

  private Shift form(Derivation.Side side, Cell any, String breakdown) {
    Map<Integer, Double> form = new LinkedHashMap<>();
    YearMonth period = YearMonth.parse(any.period());
    for (Derivation.Term term : side.terms()) {
      for (YearMonth month : term.months().from(period)) {
        String seen =
            moved.contains(place(term.measure(), month.toString(), any.viewpoint()))
                ? any.viewpoint()
                : "";
        Atom atom = new Atom(term.measure(), month.toString(), breakdown, seen);
        form.merge(truth.id(atom), term.coefficient().doubleValue(), Double::sum);
      }
    }
    return new Shift(
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
  private Shift seen(Shift form, Slice of, boolean denominator) {
    Cell any = of.any();
    if (form.atoms().length != 1
        || (!any.isOld() && truth.atom(form.atoms()[0]).month().equals(any.period()))
        || !differs(form, of, denominator)) {
      return form;
    }
    Atom atom = truth.atom(form.atoms()[0]);
    moved.add(place(atom.measure(), atom.month(), any.viewpoint()));
    Atom seen = new Atom(atom.measure(), atom.month(), atom.breakdown(), any.viewpoint());
    return new Shift(new int[] {truth.id(seen)}, form.by());
  }

  private boolean differs(Shift form, Slice of, boolean denominator) {
    Set<Integer> shown = new HashSet<>();
    for (Cell cell : of.cells()) {
      int unit = cell.level().equals(geography.unit()) ? truth.unit(cell.region()) : -1;
      shown.add(unit);
      if (differs(form, unit, denominator ? cell.denominator() : cell.numerator())) {
        return true;
      }
    }
    // A breakdown's row that is left out is zero.
    boolean absent = of.any().isOld() && !of.any().breakdown().isEmpty();
    return absent
        && delivered.getOrDefault(delivery(of.any()), Set.of()).stream()
            .map(truth::unit)
            .anyMatch(unit -> !shown.contains(unit) && differs(form, unit, BigDecimal.ZERO));
  }

  private boolean differs(Shift form, int unit, BigDecimal part) {
    BigDecimal known = unit < 0 || part == null ? null : truth.of(form, unit);
    return known != null && known.subtract(part).abs().doubleValue() > Shift.EPSILON;
  }

  private List<Identity> identities() {
    return new Identities(disclosure, truth).all();
  }
}
