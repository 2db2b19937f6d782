package org.countywise.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the numbers that are too small to be shown, and hides every row that shows one. */
final class Sensitive {
  private static final String BROKEN = "B";

  private final Board board;
  private final Map<String, String> amounts;
  private final Map<String, Target> targets = new TreeMap<>();
  private final Set<String> out = new HashSet<>();

  private Sensitive(Board board, Map<String, String> amounts) {
    this.board = board;
    this.amounts = amounts;
  }

  /**
   * What has to stay hidden, from the top to the units; hides the rows that show it.
   *
   * @param amounts measures of amounts, each with the one that counts whose they are
   */
  static List<Target> in(Board board, Map<String, String> amounts) {
    Sensitive sensitive = new Sensitive(board, amounts);
    board.lines.forEach(sensitive::judge);
    board.lines.forEach(sensitive::hide);
    List<Target> found = new ArrayList<>(sensitive.targets.values());
    found.removeIf(target -> sensitive.out.contains(target.key()) || target.line().members == null);
    found.sort(
        Comparator.<Target>comparingInt(t -> board.geography.depth(t.line().cell.level()))
            .thenComparing(t -> t.line().cell.key())
            .thenComparing(Target::key));
    return found;
  }

  /** The smallest number that is shown beside zero. */
  private static double least(Line line) {
    return line.column.rule.minCount();
  }

  private void judge(Line line) {
    for (Target target : shownBy(line)) {
      targets.merge(target.key(), target, (a, b) -> a.width() >= b.width() ? a : b);
      if (line.cell.standing() == Cell.Standing.SHOWN) {
        out.add(target.key());
      }
    }
  }

  private void hide(Line line) {
    boolean small = !shownBy(line).isEmpty();
    for (Shift side : List.of(line.column.numerator, line.column.denominator)) {
      small |= !side.isEmpty() && targets.containsKey(Target.keyOf(side, line));
    }
    if (small && !line.fixed()) {
      line.hide(Line.Kind.PRIMARY);
    }
  }

  /** Small numbers in a row. */
  private List<Target> shownBy(Line line) {
    List<Target> small = new ArrayList<>();
    if (least(line) == 0) {
      return small;
    }
    Column column = line.column;
    BigDecimal numerator = line.cell.numerator();
    BigDecimal denominator = line.cell.denominator();
    if (column.rule.numerator()) {
      count(line, column.numerator, numerator, small);
    } else if (overFew(line, column.numerator)
        || (column.rule.denominator() && few(line, denominator))) {
      amount(line, column.numerator, numerator, small);
    }
    if (column.rule.denominator()) {
      count(line, column.denominator, denominator, small);
    } else if (overFew(line, column.denominator)) {
      amount(line, column.denominator, denominator, small);
    }
    if (line.cell.level().equals(board.geography.unit()) && isBroken(line.cell)) {
      base(line, column.numerator, column.rule.numerator(), small);
      base(line, column.denominator, column.rule.denominator(), small);
    }
    if (column.bounded() && numerator != null && denominator != null) {
      if (few(line, denominator.subtract(numerator))) {
        small.add(new Target(line, column.slack(), least(line) - 1));
      }
    }
    return small;
  }

  private static boolean few(Line line, BigDecimal number) {
    return number != null && number.signum() > 0 && number.doubleValue() < least(line);
  }

  private void count(Line line, Shift form, BigDecimal number, List<Target> small) {
    boolean difference = false;
    for (double by : form.by()) {
      difference |= by < 0;
    }
    if (!difference && few(line, number)) {
      small.add(new Target(line, form, least(line) - 1));
    } else if (difference && number != null && line.members != null) {
      for (int i = 0; i < form.atoms().length; i++) {
        if (few(line, sum(line, form.atoms()[i]))) {
          small.add(new Target(line, Shift.of(form.atoms()[i], 1), least(line) - 1));
        }
      }
    }
  }

  /**
   * Numbers of older months in a territory that was merged or divided since: they tell what rows of
   * those months under the older codes may hide.
   */
  private void base(Line line, Shift form, boolean people, List<Target> small) {
    for (int id : form.atoms()) {
      Atom atom = board.truth.atom(id);
      boolean counted = people || amounts.containsKey(atom.measure());
      BigDecimal number = sum(line, id);
      if (counted && !atom.month().equals(line.cell.period()) && number.signum() != 0) {
        double width = people ? least(line) - 1 : number.abs().doubleValue();
        small.add(new Target(line, Shift.of(id, 1), width));
      }
    }
  }

  /** Rows of earlier releases say it by their status, unless something worse is said of them. */
  private boolean isBroken(Cell cell) {
    return cell.status().equals(BROKEN) || board.geography.isBroken(cell.period(), cell.region());
  }

  private BigDecimal sum(Line line, int atom) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int unit : line.members) {
      BigDecimal value = board.truth.of(atom, unit);
      sum = value == null ? sum : sum.add(value);
    }
    return sum;
  }

  /** Whether an amount is of few people. */
  private boolean overFew(Line line, Shift form) {
    for (int atom : form.atoms()) {
      Atom amount = board.truth.atom(atom);
      String people = amounts.get(amount.measure());
      Atom counted = new Atom(people, amount.month(), amount.breakdown(), amount.seen());
      int id = people == null || line.members == null ? -1 : board.truth.nearest(counted);
      if (id >= 0 && few(line, sum(line, id))) {
        return true;
      }
    }
    return false;
  }

  /** An amount over few people: it must not be told to within its own size. */
  private static void amount(Line line, Shift form, BigDecimal number, List<Target> small) {
    if (number != null && number.signum() != 0) {
      small.add(new Target(line, form, number.abs().doubleValue()));
    }
  }
}
