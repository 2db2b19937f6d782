package org.countywise.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.countywise.geography.RegionSpan;
import org.countywise.geography.RegionTree;
import org.countywise.plan.Derivation;
import org.countywise.plan.RegionScheme;
import org.countywise.plan.Wording;
import org.countywise.rows.Calendar;

/** The dimension tables that stand beside the published values. */
record Dimensions(SparkSession spark, Calendar calendar) {
  private static final StructType INDICATOR =
      text(
          "indicator",
          "title_en",
          "title_zh",
          "unit",
          "formula",
          "numerator",
          "denominator",
          "additivity",
          "job_file",
          "formula_zh",
          "numerator_zh",
          "denominator_zh");
  private static final StructType PERIOD =
      text("period")
          .add("year", DataTypes.IntegerType)
          .add("month", DataTypes.IntegerType)
          .add("first_day", DataTypes.DateType)
          .add("last_day", DataTypes.DateType);

  private static StructType text(String... names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, DataTypes.StringType);
    }
    return schema;
  }

  Map<String, Dataset<Row>> tables(RegionTree tree) {
    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put("dim_indicator", indicators());
    tables.put("dim_region", regions(tree));
    tables.put("dim_period", periods());
    return tables;
  }

  private Dataset<Row> indicators() {
    List<Row> rows =
        calendar.plan().indicators().stream()
            .filter(i -> !calendar.plan().disclosure().restricted().contains(i.indicator()))
            .map(this::row)
            .toList();
    return spark.createDataFrame(rows, INDICATOR);
  }

  private Row row(Derivation indicator) {
    Wording words = calendar.plan().wordings().get(indicator.indicator());
    Wording.InBoth below = words.denominator();
    return RowFactory.create(
        indicator.indicator(),
        indicator.titleEn(),
        indicator.titleZh(),
        indicator.unit(),
        words.formula().en(),
        words.numerator().en(),
        below == null ? null : below.en(),
        additivity(indicator),
        indicator.family() + ".yaml",
        words.formula().zh(),
        words.numerator().zh(),
        below == null ? null : below.zh());
  }

  private String additivity(Derivation indicator) {
    boolean ofRecords =
        calendar.plan().distributions().stream()
            .anyMatch(of -> of.indicator().equals(indicator.indicator()));
    if (ofRecords) {
      return "statistic of records, does not add up";
    }
    return indicator.ratio() ? "ratio of additive parts" : "additive over regions";
  }

  /** Every region of the requested periods as it is in the last of them, and the groups. */
  private Dataset<Row> regions(RegionTree tree) {
    Map<String, Row> regions = new TreeMap<>();
    for (String period : calendar.names()) {
      tree.regions().stream()
          .filter(region -> region.isIn(period))
          .forEach(region -> regions.put(region.code(), row(region)));
    }
    List<Row> rows = new ArrayList<>(regions.values());
    calendar.plan().regionScheme().groups().forEach(group -> rows.add(row(group)));
    return spark.createDataFrame(
        rows, text("region_code", "region_level", "name_zh", "name_en", "parent_code"));
  }

  private static Row row(RegionSpan of) {
    return RowFactory.create(
        of.code(), of.level(), known(of.row().nameZh()), known(of.row().nameEn()), of.parent());
  }

  /** A name; one that is empty is not known. */
  private static String known(String name) {
    return name == null || name.replace(" ", "").isEmpty() ? null : name;
  }

  private static Row row(RegionScheme.Group group) {
    return RowFactory.create(group.region(), "group", group.titleZh(), group.titleEn(), null);
  }

  private Dataset<Row> periods() {
    List<Row> rows = calendar.periods().stream().sorted().map(Dimensions::row).toList();
    return spark.createDataFrame(rows, PERIOD);
  }

  private static Row row(YearMonth month) {
    return RowFactory.create(
        month.toString(),
        month.getYear(),
        month.getMonthValue(),
        java.sql.Date.valueOf(month.atDay(1)),
        java.sql.Date.valueOf(month.atEndOfMonth()));
  }
}
