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
import java.util.stream.Collectors;
import org.countywise.plan.Derivation;
import org.countywise.plan.Disclosure;

/** Reads rows as forms of atoms. */
final class Compiler {
  private final Disclosure disclosure;
  private final Geography geography;
  private final Truth truth;
  private final Map<String, Disclosure.Rule> rules = new TreeMap<>();
  private final Map<String, List<Cell>> cells = new TreeMap<>();
  private final Map<String, Set<String>> delivered = new TreeMap<>();
  private final Set<String> moved = new HashSet<>();
  private final List<Column> columns = new ArrayList<>();

  private Compiler(Disclosure disclosure, Geography geography, List<Cell> cells) {
    this.disclosure = disclosure;
    this.geography = geography;
    new Kinship(disclosure).ofPeople().forEach(r -> rules.put(r.indicator().indicator(), r));
    Set<String> units = new TreeSet<>();
    for (Cell cell : cells) {
      if (rules.containsKey(cell.indicator())) {
        this.cells.computeIfAbsent(column(cell), key -> new ArrayList<>()).add(cell);
        if (cell.level().equals(geography.unit())) {
          units.add(cell.region());
        }
      }
    }
    this.truth = new Truth(units, geography, disclosure.people());
  }

  private static String column(Cell cell) {
    return String.join("\t", cell.indicator(), cell.period(), cell.breakdown());
  }

  /** The board of all rows that speak of people. */
  static Board board(Disclosure disclosure, Geography geography, List<Cell> cells) {
    return new Compiler(disclosure, geography, cells).board();
  }

  private Board board() {
    cells.values().forEach(this::deliveries);
    List<List<Cell>> ordered = new ArrayList<>(cells.values());
    ordered.sort(Comparator.comparing(this::late));
    Map<Column, List<Cell>> rows = new LinkedHashMap<>();
    for (List<Cell> column : ordered) {
      rows.put(column(column), column);
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
    lines.sort(Comparator.comparing(line -> line.cell.key()));
    return lines;
  }

  /** Months before their period come last: there the number may be seen in another territory. */
  private int late(List<Cell> column) {
    Derivation indicator = rules.get(column.get(0).indicator()).indicator();
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
    return cell.indicator() + "\t" + cell.period();
  }

  private Column column(List<Cell> of) {
    Cell any = of.get(0);
    Disclosure.Rule rule = rules.get(any.indicator());
    boolean single = rule.indicator().numerator().terms().size() == 1;
    Shift denominator = seen(form(rule.indicator().denominator(), any), of, any, true);
    Shift numerator = form(rule.indicator().numerator(), any);
    if (single) {
      numerator = seen(numerator, of, any, false);
    }
    Column column = new Column(rule, any, numerator, denominator, truth.units.size());
    for (String unit : delivered.getOrDefault(delivery(any), Set.of())) {
      column.counts[truth.unit(unit)] = true;
    }
    new Lines(geography, truth).own(column, of);
    return column;
  }

  private Shift form(Derivation.Side side, Cell any) {
    Map<Integer, Double> form = new LinkedHashMap<>();
    YearMonth period = YearMonth.parse(any.period());
    for (Derivation.Term term : side.terms()) {
      for (YearMonth month : term.months().from(period)) {
        String seen =
            moved.contains(place(term.measure(), month.toString(), any.period()))
                ? any.period()
                : "";
        Atom atom = new Atom(term.measure(), month.toString(), any.breakdown(), seen);
        form.merge(truth.id(atom), term.coefficient().doubleValue(), Double::sum);
      }
    }
    return new Shift(
        form.keySet().stream().mapToInt(i -> i).toArray(),
        form.values().stream().mapToDouble(d -> d).toArray());
  }

  private static String place(String measure, String month, String period) {
    return String.join("\t", measure, month, period);
  }

  /**
   * The form of one atom, or of the same number seen in this period's territory where it differs.
   */
  private Shift seen(Shift form, List<Cell> cells, Cell any, boolean denominator) {
    if (form.atoms().length != 1 || truth.atom(form.atoms()[0]).month().equals(any.period())) {
      return form;
    }
    Atom atom = truth.atom(form.atoms()[0]);
    boolean differs = false;
    for (Cell cell : cells) {
      BigDecimal part = denominator ? cell.denominator() : cell.numerator();
      int unit = cell.level().equals(geography.unit()) ? truth.unit(cell.region()) : -1;
      BigDecimal known = unit < 0 || part == null ? null : truth.of(form, unit);
      differs |= known != null && known.subtract(part).abs().doubleValue() > Shift.EPSILON;
    }
    if (!differs) {
      return form;
    }
    moved.add(place(atom.measure(), atom.month(), any.period()));
    Atom seen = new Atom(atom.measure(), atom.month(), atom.breakdown(), any.period());
    return new Shift(new int[] {truth.id(seen)}, form.by());
  }

  private List<Identity> identities() {
    List<Identity> identities = new ArrayList<>();
    Set<String> months =
        truth.atoms().stream().map(Atom::month).collect(Collectors.toCollection(TreeSet::new));
    for (String month : months) {
      disclosure.identities().forEach(i -> identities.add(Identity.of(i, month, truth)));
      disclosure
          .partitions()
          .forEach(
              (measure, dimensions) ->
                  dimensions.stream()
                      .filter(d -> !truth.parts(measure, month, d).isEmpty())
                      .forEach(d -> identities.add(Identity.partition(measure, d, month, truth))));
    }
    identities.addAll(same());
    return identities;
  }

  private Collection<Identity> same() {
    List<Identity> same = new ArrayList<>();
    for (int i = 0; i < truth.size(); i++) {
      Atom seen = truth.atom(i);
      int atom = truth.find(new Atom(seen.measure(), seen.month(), seen.breakdown(), ""));
      if (!seen.seen().isEmpty() && atom >= 0) {
        same.add(Identity.same(atom, i, truth));
      }
    }
    return same;
  }
}
