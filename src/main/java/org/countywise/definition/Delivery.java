package org.countywise.definition;

/** How a delivery shows what it delivers. */
public record Delivery(
    @Key("the level of regions that delivers and is expected, for example `county`") String unit,
    @Key(
            value = "the group whose members are expected even when they deliver nothing",
            optional = true)
        String expected,
    @Key(
            value =
                "where the delivery says how many rows it holds; left out, every region found has delivered",
            optional = true)
        ControlTotals controlTotals,
    @Key("how many rejected rows are too many") Limits limits) {

  /** Columns of the control totals: rows delivered by dataset and unit. */
  public record ControlTotals(
      @Key("the dataset of control totals") String dataset,
      @Key("its column with the name of the dataset counted") String of,
      @Key("its column with the code of the region that delivered") String region,
      @Key("its column with the number of rows delivered") String rows) {}

  /** Limits on rejected rows, as decimal text between 0 and 1. */
  public record Limits(
      @Key("above this share of rejected rows a unit's values are of low reliability, 0 to 1")
          String unreliable,
      @Key("above this share of rejected rows a dataset stops publication, 0 to 1")
          String blocked) {}
}
