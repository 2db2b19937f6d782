package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.countywise.Folders;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.release.Table;
import org.countywise.report.Cost;
import org.countywise.report.Manifest;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A run measures only what no run before it has measured, and comes to the same as one that
 * measures all. The tests are the months of one warehouse, one after the other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CellStoreTest {
  private static final YearMonth JULY = YearMonth.of(2020, 7);
  private static final YearMonth AUGUST = YearMonth.of(2020, 8);
  private static final String[] FAMILIES = {"employment", "monitoring"};

  private static final String[] STEPS = {
    "read", "lookup", "watch", "cube", "quality", "disclosure", "write", "prove"
  };

  private final MetricRegistry metrics = RunMetricsTest.registered();
  private final Workbench.Bench bench = Workbench.bench("store");
  private final Path delivery =
      Folders.copy(Workbench.sample(), bench.folder().resolve("delivery"));

  @Test
  @Order(1)
  void shouldMeasureNothingAgainOfTheMonthsBefore() throws Exception {
    rejectOne();
    run(JULY);
    Set<String> july = used("r0001");
    assertThat(forecast())
        .contains("person 2020-07 KNOWN", "person 2020-08 NEW", "household 2019-07 KNOWN")
        .as("incomes of twelve months, and jobs of the month before")
        .contains("household_account 2020-07 KNOWN", "employment 2020-07 KNOWN")
        .as("of months before, only jobs of a year ago, which nothing counted yet")
        .filteredOn(of -> of.contains(" 20") && !of.contains(" 2020-08 "))
        .filteredOn(of -> !of.endsWith(" KNOWN") && !of.startsWith("delivery "))
        .containsExactlyInAnyOrder("employment 2019-08 CHANGED", "household 2019-08 BESIDE");
    Map<String, Long> before = RunMetricsTest.numbers(metrics);
    try (JobNames names = new JobNames(bench.spark())) {
      run(AUGUST);
      assertThat(names.jobs())
          .as("jobs in Spark's UI")
          .contains("measure 14 datasets 2020-08", "alerts 2020-08", "derive values 2020-08")
          .contains("write release 2020-08", "prove release 2020-08", "settle 2020-08");
      assertThat(names.queries())
          .as("queries in Spark's UI")
          .contains("measure 14 datasets 2020-08", "prove release 2020-08");
    }
    assertThat(RunMetricsTest.numbers(metrics).get("rows.reused") - before.get("rows.reused"))
        .isEqualTo(costs("r0002").stream().mapToLong(of -> number(of.reused())).sum())
        .isPositive();
    assertThat(forecast()).as("the release stands").isEmpty();

    assertThat(made("r0002", july))
        .as("and jobs a year ago, which nothing counted before")
        .contains("measure household 2020-08", "measure employment 2019-08")
        .filteredOn(use -> !use.endsWith("2020-08"))
        .hasSize(1);
  }

  @Test
  @Order(2)
  void shouldSayInTheManifestWhatWasReadAndWhatWasKnown() {
    assertThat(costs("r0001"))
        .filteredOn(of -> !of.dataset().isEmpty())
        .isNotEmpty()
        .allSatisfy(of -> assertThat(of.reused()).as(of.dataset()).isZero())
        .allSatisfy(of -> assertThat(of.rows()).as(of.dataset()).isPositive());
    assertThat(costs("r0001")).extracting(Cost::step).containsOnlyOnce(STEPS);

    long august = input("person", AUGUST);
    Cost person = cost("r0002", "person");
    assertThat(person)
        .isEqualTo(
            new Cost(
                "measure",
                "person",
                null,
                august,
                person.bytes(),
                input("person") - august,
                1L,
                person.cells()));
    assertThat(person.bytes()).isPositive();
    assertThat(person.cells()).isPositive().isLessThan(august);
    assertThat(cost("r0002", "")).extracting(Cost::rows).isNull();
    assertThat(cost("r0002", "household_account").reused())
        .as("incomes of earlier months are known, and read beside the register")
        .isPositive();
  }

  @Test
  @Order(3)
  void shouldMeasureAgainWhatReadsACorrectedFile() {
    Set<String> known = used("r0002");
    Without.rewrite(
        bench.spark(),
        delivery.resolve("employment/period=2019-12"),
        rows ->
            rows.withColumn(
                "channel", functions.expr("if(person_id % 2 = 0, 'workshop', channel)")));
    assertThat(forecast()).contains("employment 2019-12 CHANGED", "employment 2019-10 KNOWN");
    run(AUGUST);

    assertThat(made("r0003", known))
        .as("jobs of December, and what was watched since")
        .contains("measure employment 2019-12", "alert_event household 2020-01")
        .filteredOn(
            use -> use.compareTo("alert_event household 2019-12") < 0 || use.startsWith("measure"))
        .containsExactly("measure employment 2019-12");
    assertThat(makers("r0003", "monthly_tally"))
        .as("what August and September look back at is as it was")
        .isNotEmpty()
        .doesNotContain("r0003");
    Workbench.Bench nothing = fromNothing();
    assertThat(content("r0003")).isEqualTo(nothing.warehouse().latest().orElseThrow().content());
    assertThat(rejected(bench, "r0003"))
        .as("what March rejected is known with all else of it")
        .isEqualTo(rejected(nothing, "r0001"))
        .contains("rejected_row: 1 row of person 2020-03")
        .hasSize(2);
  }

  @Test
  @Order(4)
  void shouldMeasureAgainWhatIsDamaged() throws IOException {
    Set<String> known = made("r0002", Set.of());
    String before = content("r0003");
    damage("measure");
    damage("monthly_tally");
    bench.run(request(AUGUST, "asked again by other texts"));

    assertThat(content("r0004")).isEqualTo(before);
    assertThat(made("r0004", Set.of())).as("has all again").isEqualTo(known);
    assertThat(makers("r0004", "measure")).doesNotContain("r0001").contains("r0004");
    assertThat(makers("r0004", "monthly_tally")).doesNotContain("r0001").contains("r0004");
  }

  /** Turns bytes round in all that the first release made of a table. */
  private void damage(String table) throws IOException {
    Path made = bench.folder().resolve("warehouse/restricted/" + table + "/data/made_by=r0001");
    List<Path> files;
    try (Stream<Path> found = Files.list(made)) {
      files = found.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      for (int i = 100; i < bytes.length / 2; i++) {
        bytes[i] ^= 0x55;
      }
      Files.write(file, bytes);
    }
  }

  private void run(YearMonth month) {
    Outcome outcome = bench.run(request(month, "shipped"));
    assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
  }

  /** What a run of August would do with each partition. */
  private List<String> forecast() {
    return new Inquiry(bench.spark(), (subject, action) -> {})
        .forecast(bench.warehouse(), request(AUGUST, "shipped")).stream()
            .map(of -> of.dataset() + " " + of.period() + " " + of.reading())
            .toList();
  }

  private Request request(YearMonth month, String definitions) {
    return new Request(
        delivery.toString(),
        List.of(month),
        Compilation.plan(Workbench.definitions("jobs"), List.of(FAMILIES)),
        definitions,
        Request.Rerun.WHEN_CHANGED);
  }

  /** August in a warehouse that knew nothing before. */
  private Workbench.Bench fromNothing() {
    Workbench.Bench other = Workbench.bench("store-from-nothing");
    assertThat(other.run(request(AUGUST, "shipped")).published()).isTrue();
    return other;
  }

  /** Gives a person of March a sex that there is not. */
  private void rejectOne() {
    Without.rewrite(
        bench.spark(),
        delivery.resolve("person/period=2020-03"),
        rows -> {
          Object first = rows.agg(functions.min("person_id")).first().get(0);
          return rows.withColumn("sex", functions.expr("if(person_id = " + first + ", 'x', sex)"));
        });
  }

  /** The rows that a release rejected, and its findings about them. */
  private static List<String> rejected(Workbench.Bench of, String release) {
    Manifest manifest = of.warehouse().release(release);
    List<String> rejected = new ArrayList<>();
    of
        .warehouse()
        .read(Table.restricted("rejected_row"), manifest)
        .orElseThrow()
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .forEach(rejected::add);
    Findings.read(of.warehouse().read(Table.restricted("finding"), manifest).orElseThrow()).stream()
        .filter(finding -> finding.rule().equals("rejected_row"))
        .map(f -> f.rule() + ": " + f.rows() + " row of " + f.dataset() + " " + f.period())
        .sorted()
        .forEach(rejected::add);
    return rejected;
  }

  private List<Cost> costs(String release) {
    return bench.warehouse().release(release).costs();
  }

  /** The first of a dataset. */
  private Cost cost(String release, String dataset) {
    return costs(release).stream()
        .filter(of -> of.dataset().equals(dataset))
        .findFirst()
        .orElseThrow();
  }

  private static long number(Long known) {
    return known == null ? 0 : known;
  }

  /** Rows of a dataset that the second release was made of, in some months or all. */
  private long input(String dataset, YearMonth... months) {
    List<String> wanted = Stream.of(months).map(YearMonth::toString).toList();
    return bench.warehouse().release("r0002").inputs().stream()
        .filter(of -> of.dataset().equals(dataset))
        .filter(of -> wanted.isEmpty() || wanted.contains(of.period()))
        .mapToLong(Manifest.Input::rows)
        .sum();
  }

  private String content(String release) {
    return bench.warehouse().release(release).content();
  }

  /** Entries that a release used, by name. */
  private Set<String> used(String release) {
    Set<String> entries = new TreeSet<>();
    uses(release).forEach(row -> entries.add(row.getAs("entry")));
    return entries;
  }

  /** Releases that made the entries of a table that a release used. */
  private Set<String> makers(String release, String table) {
    Set<String> makers = new TreeSet<>();
    uses(release).stream()
        .filter(row -> row.<String>getAs("kept_in").endsWith(table))
        .forEach(row -> makers.add(row.getAs("made_by")));
    return makers;
  }

  /**
   * Of what a release used an entry that is not among those known; rows that measures left out are
   * kept under the names of these.
   */
  private Set<String> made(String release, Set<String> known) {
    Set<String> made = new TreeSet<>();
    uses(release)
        .forEach(
            row -> {
              boolean beside = row.<String>getAs("kept_in").endsWith("measure_rejected");
              if (!beside && !known.contains(row.<String>getAs("entry"))) {
                made.add(
                    row.<String>getAs("kept_in").replace("restricted.", "")
                        + " "
                        + row.getAs("dataset")
                        + " "
                        + row.getAs("period"));
              }
            });
    return made;
  }

  private List<Row> uses(String release) {
    Manifest manifest = bench.warehouse().release(release);
    return bench
        .warehouse()
        .read(Table.restricted("store_entry"), manifest)
        .orElseThrow()
        .where("release = '" + release + "'")
        .collectAsList();
  }
}
