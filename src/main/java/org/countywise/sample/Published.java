package org.countywise.sample;

import java.util.Map;

/**
 * What the sample aims at: stocks of the 52 listed counties at scale 1. A line marked "published"
 * repeats figures of the public statements on the 52 counties; "nation" scales a national figure to
 * the 52 counties by migrant labour; "ours" is an assumption, plausible and no more.
 */
final class Published {
  /**
   * Registered households and persons of the 52 counties, as the project's scale 1 defines them.
   */
  static final double HOUSEHOLDS = 2_500_000;

  static final double PERSONS = 10_000_000;

  /**
   * People identified as unstable or marginal in 2020 (published), and the few suddenly struck
   * among them (ours).
   */
  static final double MONITORED = 870_000;

  static final double SUDDEN = 2_000;
  static final double MARGINAL = 431_000;

  /**
   * Villages under listed supervision (published for the nation; the sample puts them all into the
   * 52 counties).
   */
  static final double LISTED_VILLAGES = 1_113;

  /**
   * Migrant labour: December 2019 and from April 2020 on published; March 2020 follows the
   * nation's; else ours.
   */
  static final Curve MIGRANTS =
      Curve.of(
          "2018-12 2050000, 2019-06 2290000, 2019-07 2330000, 2019-12 2544700, 2020-01 2300000,"
              + " 2020-02 2080000, 2020-03 2093000, 2020-04 2613500, 2020-05 2734200,"
              + " 2020-06 2814700, 2020-07 2850000, 2020-08 2874100, 2020-09 2956800,"
              + " 2020-10 2995600");

  /** People in public-welfare posts: nation in June, September and October 2020, else ours. */
  static final Curve POSTS =
      Curve.of(
          "2015-12 0, 2018-12 290000, 2019-06 325000, 2019-12 380000, 2020-03 402000,"
              + " 2020-06 430700, 2020-09 498600, 2020-10 500100");

  /** People working in workshops: nation in June, August and September 2020, else ours. */
  static final Curve WORKSHOPS =
      Curve.of(
          "2016-12 0, 2019-06 32000, 2019-12 36000, 2020-02 36500, 2020-06 39200, 2020-08 41000,"
              + " 2020-09 43300");

  /** People working in local industry, and self-employed: ours. */
  static final Curve LOCAL_INDUSTRY =
      Curve.of("2014-12 0, 2018-12 600000, 2019-12 720000, 2020-12 900000");

  static final Curve SELF_EMPLOYED = Curve.of("2013-12 0, 2018-12 270000, 2020-12 330000");

  /**
   * Share of registered households that have exited: ours; the last leave in November 2020, as the
   * counties did.
   */
  static final Curve EXITED =
      Curve.of(
          "2014-06 0, 2014-12 0.10, 2015-12 0.24, 2016-12 0.39, 2017-12 0.54, 2018-12 0.70,"
              + " 2019-11 0.82, 2019-12 0.88, 2020-06 0.93, 2020-10 0.97, 2020-11 1.01");

  /** Share of the monitored people that has been identified: all by June 2020; the path is ours. */
  static final Curve IDENTIFIED = Curve.of("2019-01 0, 2019-12 0.55, 2020-03 0.85, 2020-06 1.01");

  /**
   * Share of relocated households whose home is built, and which have moved in: 99 per cent in
   * March 2020 (nation).
   */
  static final Curve HOMES_BUILT =
      Curve.of("2016-08 0, 2018-12 0.85, 2019-12 0.99, 2020-03 0.995, 2020-07 1.01");

  static final Curve MOVED_IN =
      Curve.of("2016-10 0, 2018-12 0.75, 2019-12 0.96, 2020-03 0.985, 2020-08 1.01");

  /** Where migrants worked on 30 September 2020, in ten thousands (nation). */
  static final double OUT_OF_PROVINCE = 1047.71 / 2934.41;

  static final double OTHER_COUNTY = 525.09 / 2934.41;

  /** Public-welfare posts by kind on 30 September 2020, in hundreds of persons (nation). */
  static final Choice POST_KINDS =
      Choice.of(
          "forest_ranger 12786, road_keeper 3145, cleaner 15058, water_keeper 1811, carer 627,"
              + " village_admin 3464, other 12595");

  /** The day the counties' delisting was announced, by province. */
  static final Map<String, String> DELISTED =
      Map.of(
          "53", "2020-11-13",
          "65", "2020-11-14",
          "64", "2020-11-16",
          "51", "2020-11-17",
          "45", "2020-11-20",
          "62", "2020-11-21",
          "52", "2020-11-23");

  /**
   * The national poverty line in yuan per person and year, current prices (published), 2010 to
   * 2020.
   */
  static final int FIRST_LINE_YEAR = 2010;

  static final int LAST_LINE_YEAR = 2020;

  private static final int[] LINES = {
    2300, 2536, 2625, 2736, 2800, 2855, 2952, 2952, 2995, 3218, 4000
  };

  /** The poverty line of a year in fen per person; beyond the known years, that of the nearest. */
  static long lineFen(int year) {
    return 100L * LINES[Math.max(0, Math.min(LINES.length - 1, year - FIRST_LINE_YEAR))];
  }

  /**
   * The monitoring line: one and a half times the line, in whole yuan; the rule of 2020 says 5,000.
   */
  static long monitoringLineFen(int year) {
    return year >= 2020 ? 500_000 : lineFen(year) / 100 * 3 / 2 * 100;
  }

  private Published() {}
}
