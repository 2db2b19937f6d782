package org.countywise.rooms;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;

/** The map of the house: every room and its doors. A package that is not in it is no room. */
final class Rooms {
  private static final String SPARK = "org.apache.spark";
  private static final String SCALA = "scala";
  private static final String JACKSON = "com.fasterxml.jackson";
  private static final String HADOOP = "org.apache.hadoop";
  private static final String PARQUET = "org.apache.parquet";
  private static final String ICEBERG = "org.apache.iceberg";
  private static final String PICOCLI = "picocli";
  private static final String FREEMARKER = "freemarker";
  private static final String FASTEXCEL = "org.dhatim.fastexcel";
  private static final String POSTGRESQL = "org.postgresql";

  /** The registry that a plugin of Spark is given. */
  private static final String METRICS = "com.codahale.metrics";

  /** How much memory there is, which only the JDK's own extension of the platform tells. */
  private static final String MEMORY = "com.sun.management";

  static final Map<String, Door> DOORS =
      Map.ofEntries(
          entry("definition", Door.closed()),
          entry("conf", Door.to("definition")),
          entry("catalogue", Door.to("definition", "report")),
          entry("site", Door.to("definition", "report").with(JACKSON)),
          entry("report", Door.closed().with(JACKSON, FREEMARKER)),
          entry("parse", Door.to("definition", "conf", "report").with(JACKSON)),
          entry("compile.expression", Door.to("report").with(SPARK, SCALA)),
          entry(
              "compile.resolve", Door.to("compile.expression", "definition", "report").with(SPARK)),
          entry(
              "compile.rule",
              Door.to("compile.expression", "compile.resolve", "definition", "report").with(SPARK)),
          entry(
              "compile",
              Door.to("compile.resolve", "compile.rule", "definition", "plan", "report")),
          entry("plan", Door.to("definition")),
          entry("claim", Door.to("definition", "report")),
          entry(
              "geography",
              Door.to("cube", "geography.history", "plan", "quality", "report", "rows")),
          entry("disclosure", Door.to("plan")),
          entry("cube", Door.to("plan")),
          entry("table", Door.closed().with(SPARK, SCALA)),
          entry("delivery", Door.to("plan", "table", "report").with(PARQUET, HADOOP, SPARK, SCALA)),
          entry("rows", Door.to("plan", "cube", "table").with(SPARK, SCALA)),
          entry(
              "release",
              Door.to("conf", "plan", "table", "report").with(SPARK, SCALA, ICEBERG, HADOOP)),
          entry("sink.sdmx", Door.closed().with(JACKSON)),
          entry(
              "sink",
              Door.to("sink.sdmx", "table", "report")
                  .with(JACKSON, FASTEXCEL, SPARK, SCALA, HADOOP)),
          entry("sink.postgres", Door.to("sink", "table", "report").with(POSTGRESQL, SPARK, SCALA)),
          entry(
              "monitoring",
              Door.to("definition", "plan", "quality", "report", "rows", "table")
                  .with(SPARK, SCALA)),
          entry(
              "quality",
              Door.to("cube", "delivery", "plan", "report", "rows", "table").with(SPARK, SCALA)),
          entry("geography.history", Door.closed()),
          entry(
              "store",
              Door.to("delivery", "plan", "release", "report", "rows", "table").with(SPARK, SCALA)),
          entry(
              "run",
              Door.to(
                      "definition",
                      "conf",
                      "report",
                      "compile",
                      "plan",
                      "geography",
                      "geography.history",
                      "disclosure",
                      "cube",
                      "table",
                      "delivery",
                      "rows",
                      "release",
                      "sink",
                      "monitoring",
                      "store",
                      "quality")
                  .with(SPARK, SCALA, HADOOP, ICEBERG, METRICS)),
          entry("parquet", Door.to("definition").with(PARQUET, HADOOP)),
          entry(
              "supplement",
              Door.to("definition", "parquet", "report").with(JACKSON, PARQUET, HADOOP)),
          entry("sample", Door.to("definition", "parquet")),
          entry(
              "cli",
              Door.to(
                      "definition",
                      "conf",
                      "report",
                      "parse",
                      "compile",
                      "catalogue",
                      "plan",
                      "geography",
                      "claim",
                      "table",
                      "delivery",
                      "rows",
                      "release",
                      "sink",
                      "sink.postgres",
                      "site",
                      "run",
                      "store",
                      "supplement",
                      "sample")
                  .with(
                      SPARK,
                      SCALA,
                      HADOOP,
                      ICEBERG,
                      JACKSON,
                      PICOCLI,
                      FREEMARKER,
                      POSTGRESQL,
                      MEMORY)));

  private final String root;

  Rooms(String root) {
    this.root = root;
  }

  String root() {
    return root;
  }

  /**
   * The room's name, when the class lies directly in a package of the map; a room within a room has
   * a dot.
   */
  Optional<String> of(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    String room = name.substring(root.length() + 1);
    return DOORS.containsKey(room) ? Optional.of(room) : Optional.empty();
  }

  boolean isIn(JavaClass type, String room) {
    return of(type).filter(room::equals).isPresent();
  }

  /** Whether the class belongs to the house at all, in a room or not. */
  boolean own(JavaClass type) {
    return Door.within(type.getPackageName(), root);
  }
}
