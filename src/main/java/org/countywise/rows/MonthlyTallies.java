package org.countywise.rows;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.MonthlyTally;
import org.countywise.plan.Plan;
import org.countywise.plan.Tallying;
import org.countywise.plan.View;
import org.countywise.table.Checkpoints;
import org.countywise.table.Field;
import org.countywise.table.Rows;

/**
 * The monthly tallies of a run: the rows of a dataset are tallied by a key once, whoever needs what
 * they come to. Those that more than one step reads are held until the run ends. Of months that
 * earlier runs have tallied no row is read.
 */
public final class MonthlyTallies {
  private final Tallying tallying;
  private final List<MonthlyTally> all;
  private final Map<MonthlyTally, KeptTally> kept;
  private final Map<Tallied, Dataset<Row>> tallied = new HashMap<>();

  /** What looks back at other months beside tallied rows does so from some periods only. */
  private record Tallied(MonthlyTally monthly, List<YearMonth> periods) {}

  /** None yet, but what earlier runs have tallied. */
  public MonthlyTallies(Plan plan, Map<MonthlyTally, KeptTally> kept) {
    this.tallying = Tallying.of(plan);
    this.all = tallying.monthly();
    this.kept = kept;
  }

  /** The monthly tally that a view's tally is made of. */
  MonthlyTally of(View.Tally tally) {
    return all.stream().filter(of -> of.serves(tally)).findFirst().orElseThrow();
  }

  /** A row per month and key: {@link Rows#PERIOD}, the key's columns, {@link #value(int)}. */
  public Dataset<Row> rows(MonthlyTally monthly, TallySources sources) {
    Tallied of =
        new Tallied(monthly, monthly.looksBack() ? sources.periods() : List.<YearMonth>of());
    Dataset<Row> known = tallied.get(of);
    if (known == null) {
      known = all(monthly, sources);
      tallied.put(of, known);
    }
    return known;
  }

  private Dataset<Row> hold(MonthlyTally monthly, Dataset<Row> rows) {
    long readers = tallying.readers(monthly) + (tallying.kept().contains(monthly) ? 1 : 0);
    return readers > 1 ? Checkpoints.records(rows) : rows;
  }

  private Dataset<Row> all(MonthlyTally monthly, TallySources sources) {
    Dataset<Row> accepted =
        sources.datasets().get(monthly.dataset()).filter(Rows.REASON.column().isNull());
    KeptTally before = kept.get(monthly);
    if (before == null) {
      return hold(monthly, tally(monthly, sources, accepted));
    }
    Dataset<Row> rest = accepted.filter(not(Rows.PERIOD.in(before.months())));
    Dataset<Row> read = hold(monthly, tally(monthly, sources, rest));
    return read.unionByName(before.unpacked(read.schema()));
  }

  private static Dataset<Row> tally(
      MonthlyTally monthly, TallySources sources, Dataset<Row> accepted) {
    List<Column> values =
        IntStream.range(0, monthly.values().size())
            .mapToObj(i -> value(monthly.values().get(i)).as(value(i)))
            .toList();
    return new Tallies(monthly.tallies(), sources)
        .apply(accepted)
        .groupBy(
            Stream.concat(
                    Stream.of(Rows.PERIOD.column()), monthly.on().stream().map(Field::declared))
                .toArray(Column[]::new))
        .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new));
  }

  /** The column of a value. */
  static String value(int place) {
    return "_value_" + place;
  }

  private static Column value(View.Value value) {
    Column of = expr(value.expression());
    return switch (value.how()) {
      case COUNT -> count(when(of, 1));
      case SUM -> sum(of);
      case LEAST -> min(of);
      case MOST -> max(of);
    };
  }
}
