package org.countywise.table;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Alerts of the early warning: what raises them, the ledger, and the restricted tables. */
public final class Alerts {
  /** Whose alert it is: personal. */
  public static final Field KEY = Field.number("household_id", false);

  /** {@code YYYY-MM}. */
  public static final Field PERIOD = Field.text("period");

  /** Name of the rule. */
  public static final Field RULE = new Field("rule", DataTypes.StringType, true);

  /** The region it lies in. */
  public static final Field REGION = new Field("village_code", DataTypes.StringType, true);

  /** What was observed in the last month in which the rule's condition held, not yet divided. */
  public static final Field OBSERVED = decimal("observed", 0);

  /** What it was held against. */
  public static final Field THRESHOLD = decimal("threshold", 0);

  /** What both are divided by for people to read. */
  public static final Field PER = Field.number("per", true);

  /** The last month in which the rule's condition held. */
  public static final Field SEEN = new Field("seen_period", DataTypes.StringType, true);

  /** Whether the rule's condition holds. */
  public static final Field RAISED = Field.flag("raised");

  /** Percentages of the threshold at which it would hold. */
  public static final Field REACHED =
      new Field("reached", DataTypes.createArrayType(DataTypes.StringType, false), false);

  /** The month in which the alert was raised; null for an answer that no alert waited for. */
  public static final Field FIRST = new Field("first_period", DataTypes.StringType, true);

  /** {@code open, confirmed, dismissed, data_error, assisted}. */
  public static final Field STATUS = new Field("status", DataTypes.StringType, true);

  /** The month in which it was answered. */
  public static final Field ANSWERED = new Field("answered_period", DataTypes.StringType, true);

  /** {@code confirmed, dismissed, data_error}. */
  public static final Field ANSWER = new Field("answer", DataTypes.StringType, true);

  /** What an event of a household is. */
  public static final Field EVENT = Field.text("event");

  /** The month in which the latest help began. */
  public static final Field HELPED = new Field("helped", DataTypes.StringType, true);

  /** Difference by threshold; null for a threshold of 0. */
  public static final Field DISTANCE = decimal("distance", 6);

  /** A percentage of the threshold. */
  public static final Field PERCENT = Field.text("percent");

  /** Households that a rule would raise an alert for. */
  public static final Field HOUSEHOLDS = Field.whole("households");

  /** Tallies of a row that are not known, since its unit has not delivered. */
  public static final Field LACKING =
      new Field("lacking", DataTypes.createArrayType(DataTypes.StringType, false), false);

  /** What happened to households, one row each; the event says which columns are filled. */
  public static final List<Field> EVENTS =
      List.of(KEY, PERIOD, EVENT, RULE, REGION, OBSERVED, THRESHOLD, PER, ANSWER, HELPED);

  /** The ledger: an alert in a period. */
  public static final StructType LEDGER =
      Field.schema(
          KEY, PERIOD, RULE, REGION, OBSERVED, THRESHOLD, PER, SEEN, FIRST, STATUS, ANSWERED,
          ANSWER);

  private static final Field UNIT = Field.text("unit");
  private static final Field EXPLANATION_EN = Field.text("explanation_en");
  private static final Field EXPLANATION_ZH = Field.text("explanation_zh");

  /** The restricted table {@code alert}: numbers as people read them. */
  public static final List<Field> TABLE =
      List.of(
          KEY,
          REGION,
          PERIOD,
          RULE,
          decimal("observed", 2),
          decimal("threshold", 2),
          DISTANCE,
          UNIT,
          EXPLANATION_EN,
          EXPLANATION_ZH,
          FIRST,
          STATUS,
          ANSWERED,
          ANSWER);

  /** The restricted table {@code alert_sweep}. */
  public static final List<Field> SWEEP = List.of(PERIOD, RULE, PERCENT, HOUSEHOLDS);

  private static Field decimal(String name, int scale) {
    return new Field(name, DataTypes.createDecimalType(24, scale), true);
  }

  private Alerts() {}
}
