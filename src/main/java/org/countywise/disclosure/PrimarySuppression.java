package org.countywise.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the numbers that are too small to be shown, and hides every row that shows one. */
final class PrimarySuppression {
  private static final String BROKEN = "B";

  private final SuppressionProblem problem;
  private final Map<String, String> amounts;
  private final Map<String, SensitiveCell> sensitiveCells = new TreeMap<>();
  private final Set<String> out = new HashSet<>();

  private PrimarySuppression(SuppressionProblem problem, Map<String, String> amounts) {
    this.problem = problem;
    this.amounts = amounts;
  }

  /**
   * What has to stay hidden, from the top to the units; hides the rows that show it.
   *
   * @param amounts measures of amounts, each with the one that counts whose they are
   */
  static List<SensitiveCell> in(SuppressionProblem problem, Map<String, String> amounts) {
    PrimarySuppression primarySuppression = new PrimarySuppression(problem, amounts);
    problem.tableRows.forEach(primarySuppression::judge);
    problem.tableRows.forEach(primarySuppression::hide);
    List<SensitiveCell> found = new ArrayList<>(primarySuppression.sensitiveCells.values());
    found.removeIf(
        sensitiveCell ->
            primarySuppression.out.contains(sensitiveCell.key())
                || sensitiveCell.tableRow().members == null);
    found.sort(
        Comparator.<SensitiveCell>comparingInt(
                t -> problem.geography.depth(t.tableRow().cell.level()))
            .thenComparing(t -> t.tableRow().cell.key())
            .thenComparing(SensitiveCell::key));
    return found;
  }

  /** The smallest number that is shown beside zero. */
  private static double least(TableRow tableRow) {
    return tableRow.slice.rule.minCount();
  }

  private void judge(TableRow tableRow) {
    for (SensitiveCell sensitiveCell : shownBy(tableRow)) {
      sensitiveCells.merge(
          sensitiveCell.key(), sensitiveCell, (a, b) -> a.width() >= b.width() ? a : b);
      if (tableRow.cell.standing() == PublishedCell.Standing.SHOWN) {
        out.add(sensitiveCell.key());
      }
    }
  }

  private void hide(TableRow tableRow) {
    boolean small = !shownBy(tableRow).isEmpty();
    for (LinearForm side : List.of(tableRow.slice.numerator, tableRow.slice.denominator)) {
      small |= !side.isEmpty() && sensitiveCells.containsKey(SensitiveCell.keyOf(side, tableRow));
    }
    if (small && !tableRow.fixed()) {
      tableRow.hide(TableRow.Kind.PRIMARY);
    }
  }

  /** Small numbers in a row. */
  private List<SensitiveCell> shownBy(TableRow tableRow) {
    List<SensitiveCell> small = new ArrayList<>();
    if (least(tableRow) == 0) {
      return small;
    }
    IndicatorSlice slice = tableRow.slice;
    BigDecimal numerator = tableRow.cell.numerator();
    BigDecimal denominator = tableRow.cell.denominator();
    if (slice.rule.numerator()) {
      count(tableRow, slice.numerator, numerator, small);
    } else if (overFew(tableRow, slice.numerator)
        || (slice.rule.denominator() && few(tableRow, denominator))) {
      amount(tableRow, slice.numerator, numerator, small);
    }
    if (slice.rule.denominator()) {
      count(tableRow, slice.denominator, denominator, small);
    } else if (overFew(tableRow, slice.denominator)) {
      amount(tableRow, slice.denominator, denominator, small);
    }
    if (tableRow.cell.level().equals(problem.geography.unit()) && isBroken(tableRow.cell)) {
      base(tableRow, slice.numerator, slice.rule.numerator(), small);
      base(tableRow, slice.denominator, slice.rule.denominator(), small);
    }
    if (slice.bounded() && numerator != null && denominator != null) {
      if (few(tableRow, denominator.subtract(numerator))) {
        small.add(new SensitiveCell(tableRow, slice.slack(), least(tableRow) - 1));
      }
    }
    return small;
  }

  private static boolean few(TableRow tableRow, BigDecimal number) {
    return number != null && number.signum() > 0 && number.doubleValue() < least(tableRow);
  }

  private void count(
      TableRow tableRow, LinearForm form, BigDecimal number, List<SensitiveCell> small) {
    boolean difference = false;
    for (double by : form.by()) {
      difference |= by < 0;
    }
    if (!difference && few(tableRow, number)) {
      small.add(new SensitiveCell(tableRow, form, least(tableRow) - 1));
    } else if (difference && number != null && tableRow.members != null) {
      for (int i = 0; i < form.atoms().length; i++) {
        if (few(tableRow, sum(tableRow, form.atoms()[i]))) {
          small.add(
              new SensitiveCell(tableRow, LinearForm.of(form.atoms()[i], 1), least(tableRow) - 1));
        }
      }
    }
  }

  /**
   * Numbers of older months in a territory that was merged or divided since: they tell what rows of
   * those months under the older codes may hide.
   */
  private void base(TableRow tableRow, LinearForm form, boolean people, List<SensitiveCell> small) {
    for (int id : form.atoms()) {
      Variable variable = problem.totals.atom(id);
      boolean counted = people || amounts.containsKey(variable.measure());
      BigDecimal number = sum(tableRow, id);
      if (counted && !variable.month().equals(tableRow.cell.period()) && number.signum() != 0) {
        double width = people ? least(tableRow) - 1 : number.abs().doubleValue();
        small.add(new SensitiveCell(tableRow, LinearForm.of(id, 1), width));
      }
    }
  }

  /** Rows of earlier releases say it by their status, unless something worse is said of them. */
  private boolean isBroken(PublishedCell cell) {
    return cell.status().equals(BROKEN) || problem.geography.isBroken(cell.period(), cell.region());
  }

  private BigDecimal sum(TableRow tableRow, int atom) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int unit : tableRow.members) {
      BigDecimal value = problem.totals.of(atom, unit);
      sum = value == null ? sum : sum.add(value);
    }
    return sum;
  }

  /** Whether an amount is of few people. */
  private boolean overFew(TableRow tableRow, LinearForm form) {
    for (int atom : form.atoms()) {
      Variable amount = problem.totals.atom(atom);
      String people = amounts.get(amount.measure());
      Variable counted = new Variable(people, amount.month(), amount.breakdown(), amount.seen());
      int id = people == null || tableRow.members == null ? -1 : problem.totals.nearest(counted);
      if (id >= 0 && few(tableRow, sum(tableRow, id))) {
        return true;
      }
    }
    return false;
  }

  /** An amount over few people: it must not be told to within its own size. */
  private static void amount(
      TableRow tableRow, LinearForm form, BigDecimal number, List<SensitiveCell> small) {
    if (number != null && number.signum() != 0) {
      small.add(new SensitiveCell(tableRow, form, number.abs().doubleValue()));
    }
  }
}
