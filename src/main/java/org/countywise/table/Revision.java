package org.countywise.table;

import java.util.List;

/** The published table {@code revision}: when each published cell was first and last changed. */
public final class Revision {
  /** The release that published the cell first. */
  public static final Field FIRST = Field.text("first_published");

  /** The release that last changed its value, a part of it or its status. */
  public static final Field LAST = Field.text("last_revised");

  /** What names a cell. */
  public static final List<Field> CELL =
      List.of(
          IndicatorValue.INDICATOR,
          IndicatorValue.REGION,
          IndicatorValue.PERIOD,
          IndicatorValue.BREAKDOWN);

  /** What a revision changes. */
  public static final List<Field> SAID =
      List.of(
          IndicatorValue.VALUE,
          IndicatorValue.NUMERATOR,
          IndicatorValue.DENOMINATOR,
          IndicatorValue.STATUS);

  private Revision() {}
}
