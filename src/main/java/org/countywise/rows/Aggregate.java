package org.countywise.rows;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.countywise.plan.Scan;
import org.countywise.plan.View;
import org.countywise.table.Cells;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The aggregates of one measure and the cell made of them.
 *
 * @param rows the rows that are the view's
 * @param lost rejected rows that may be the view's; null where the dataset has no totals, so that
 *     nothing can stand in for them and only their share is looked at
 */
record Aggregate(Scan scan, View.Measure measure, Column rows, Column lost) {
  List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(total().as(name(Cells.SUM)), number(counts()).as(name(Cells.TERMS))));
    if (measure.kind() == View.Kind.SUM) {
      Column value = expr(measure.expression());
      Column shown = hidden().unary_$bang();
      columns.add(number(counts().and(value.isNull()).and(shown)).as(name(Cells.UNKNOWN)));
      columns.add(number(counts().and(hidden())).as(name(Cells.HIDDEN)));
      columns.add(sum(when(isTotal(), value)).as(name(Cells.TOTAL)));
      columns.add(number(isTotal().and(hidden())).as(name(Cells.TOTAL_HIDDEN)));
    }
    if (lost != null) {
      columns.add(number(counted(lost, true).or(unread(counts()))).as(name(Cells.LOST)));
      columns.add(number(totals(lost, true).or(unread(isTotal()))).as(name(Cells.TOTAL_LOST)));
    }
    return columns;
  }

  /** The column that counts the rows summed. */
  Column terms() {
    return Field.declared(name(Cells.TERMS));
  }

  /** Names of the columns that count what is lost. */
  List<String> lostNames() {
    return List.of(name(Cells.LOST), name(Cells.TOTAL_LOST));
  }

  private Column counts() {
    return counted(rows, false);
  }

  /** Of some rows, those that the measure counts. */
  private Column counted(Column of, boolean unsure) {
    Column where = both(of, measure.where(), unsure);
    boolean everyRow = !measure.total().isEmpty() || scan.notCounted().isEmpty();
    return everyRow ? where : where.and(Rows.TOTAL.column().unary_$bang());
  }

  private Column isTotal() {
    return totals(rows, false);
  }

  /** Of some rows, those that are the measure's total. */
  private Column totals(Column of, boolean unsure) {
    return measure.total().isEmpty() ? lit(false) : both(of, measure.total(), unsure);
  }

  private static Column both(Column of, String where, boolean unsure) {
    if (where.isEmpty()) {
      return of;
    }
    return of.and(unsure ? Measure.mayHold(where) : expr(where));
  }

  /** Accepted rows whose value is unknown because a cell of theirs cannot be read. */
  private Column unread(Column of) {
    boolean sum = measure.kind() == View.Kind.SUM;
    return sum && Warnings.mayBeUnreadable(scan)
        ? of.and(expr(measure.expression()).isNull())
            .and(hidden().unary_$bang())
            .and(Warnings.hasUnreadable())
        : lit(false);
  }

  private Column total() {
    return switch (measure.kind()) {
      case COUNT -> number(counts());
      case SUM -> sum(when(counts(), expr(measure.expression())));
      case DISTINCT -> count_distinct(when(counts(), expr(measure.expression())));
    };
  }

  private static Column number(Column where) {
    return count(when(where, 1));
  }

  private Column hidden() {
    return scan.hidden().stream()
        .flatMap(hidden -> hidden.columns().stream())
        .distinct()
        .filter(
            column -> Pattern.compile("\\b" + column + "\\b").matcher(measure.expression()).find())
        .map(column -> Rows.hidden(column).column())
        .reduce(Column::or)
        .orElse(lit(false));
  }

  Column cell() {
    Column none = lit(0L);
    boolean sum = measure.kind() == View.Kind.SUM;
    return struct(
        Field.declared(name(Cells.SUM)).cast(Field.EXACT).as(Cells.SUM.name()),
        (sum ? Field.declared(name(Cells.UNKNOWN)) : none).as(Cells.UNKNOWN.name()),
        (sum ? Field.declared(name(Cells.HIDDEN)) : none).as(Cells.HIDDEN.name()),
        (lost != null ? Field.declared(name(Cells.LOST)) : none).as(Cells.LOST.name()),
        Field.declared(name(Cells.TERMS)).as(Cells.TERMS.name()),
        (sum ? Field.declared(name(Cells.TOTAL)) : lit(null))
            .cast(Field.EXACT)
            .as(Cells.TOTAL.name()),
        (sum ? Field.declared(name(Cells.TOTAL_HIDDEN)) : none).as(Cells.TOTAL_HIDDEN.name()),
        (lost != null ? Field.declared(name(Cells.TOTAL_LOST)) : none).as(Cells.TOTAL_LOST.name()));
  }

  private String name(Field field) {
    return measure.name() + "." + field.name();
  }
}
