package org.countywise.run;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.countywise.plan.Derivation;
import org.countywise.plan.Distribution;
import org.countywise.plan.Plan;
import org.countywise.release.Draft;
import org.countywise.release.Table;
import org.countywise.report.Finding;
import org.countywise.report.FindingType;
import org.countywise.rows.Calendar;
import org.countywise.table.Field;
import org.countywise.table.IndicatorValue;

/** Holds a written release against what was computed, before anybody sees it. */
record Proof(Calendar calendar, Draft draft) {
  private static final Table VALUES = Table.restricted("indicator_value");
  private static final String NORMAL = "A";
  private static final String ROWS = "_rows";
  private static final String NORMAL_ROWS = "_normal";
  private static final String NUMERATOR = "_numerator";
  private static final String DENOMINATOR = "_denominator";
  private static final BigDecimal HALF_A_DIGIT = new BigDecimal("0.0000005");
  private static final int SHOWN = 5;

  /** What is wrong with it; nothing, where it may be published. */
  List<Finding> findings(Content computed) {
    Dataset<Row> written = draft.read(VALUES).filter(DraftTables.mine(calendar));
    List<Finding> findings = new ArrayList<>();
    if (!Content.of(written).equals(computed)) {
      findings.add(FindingType.WRITTEN_VALUES.everywhere().build());
    }
    if (!calendar.plan().hasTotals()) {
      findings.addAll(levels(written));
    }
    return findings;
  }

  /** Where all units have their data, the parts of the top are the sums of theirs. */
  private List<Finding> levels(Dataset<Row> written) {
    Plan plan = calendar.plan();
    Field[] cell = {IndicatorValue.INDICATOR, IndicatorValue.PERIOD, IndicatorValue.BREAKDOWN};
    Column normal = IndicatorValue.STATUS.column().equalTo(NORMAL);
    Object[] statistics = plan.distributions().stream().map(Distribution::indicator).toArray();
    Dataset<Row> additive =
        withoutWholes(written.filter(not(IndicatorValue.INDICATOR.column().isin(statistics))));
    Dataset<Row> units =
        additive
            .filter(IndicatorValue.LEVEL.column().equalTo(plan.regionScheme().unit()))
            .groupBy(Field.columns(cell))
            .agg(
                sum(IndicatorValue.NUMERATOR.column()).as(NUMERATOR),
                sum(IndicatorValue.DENOMINATOR.column()).as(DENOMINATOR),
                count(lit(1)).as(ROWS),
                count(when(normal, 1)).as(NORMAL_ROWS));
    Column same =
        agree(IndicatorValue.NUMERATOR, NUMERATOR)
            .and(agree(IndicatorValue.DENOMINATOR, DENOMINATOR));
    List<Row> wrong =
        additive
            .filter(IndicatorValue.REGION.column().equalTo(plan.regionScheme().top()).and(normal))
            .join(units, Field.names(cell))
            .filter(Field.declared(ROWS).equalTo(Field.declared(NORMAL_ROWS)).and(not(same)))
            .select(Field.columns(IndicatorValue.PERIOD, IndicatorValue.INDICATOR))
            .distinct()
            .sort(Field.columns(IndicatorValue.PERIOD, IndicatorValue.INDICATOR))
            .limit(SHOWN)
            .collectAsList();
    return wrong.stream().map(row -> disagreeing(row.getString(0), row.getString(1))).toList();
  }

  /**
   * The whole that a part is divided by is no sum over regions: where nobody is of a kind, there is
   * no row. It is that of the total, which is compared.
   */
  private Dataset<Row> withoutWholes(Dataset<Row> rows) {
    Object[] shares =
        calendar.plan().indicators().stream()
            .filter(Derivation::wholeDenominator)
            .map(Derivation::indicator)
            .toArray();
    Column part =
        IndicatorValue.INDICATOR
            .column()
            .isin(shares)
            .and(IndicatorValue.BREAKDOWN.column().notEqual(""));
    Column denominator = IndicatorValue.DENOMINATOR.column();
    return shares.length == 0
        ? rows
        : rows.withColumn(IndicatorValue.DENOMINATOR.name(), when(not(part), denominator));
  }

  /** Both are null, or the same but for the last shown digit, which each row has rounded. */
  private static Column agree(Field top, String units) {
    Column difference = abs(top.column().minus(Field.declared(units)));
    Column rounding = Field.declared(ROWS).plus(1).multiply(HALF_A_DIGIT);
    return top.column()
        .isNull()
        .and(Field.declared(units).isNull())
        .or(coalesce(difference.leq(rounding), lit(false)));
  }

  private Finding disagreeing(String period, String indicator) {
    return FindingType.LEVELS_DISAGREE
        .in("", period)
        .with("indicator", indicator)
        .with("top", calendar.plan().regionScheme().top())
        .with("level", calendar.plan().regionScheme().unit())
        .build();
  }
}
