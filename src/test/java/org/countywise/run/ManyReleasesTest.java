package org.countywise.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.release.Warehouse;
import org.countywise.report.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Years of monthly releases of a small country. What commands take, and what the warehouse comes
 * to, is printed at some of them; {@code -Dcountywise.months=120 -Dcountywise.keep=36
 * -Dcountywise.every=60} is ten years.
 */
@Tag("server")
class ManyReleasesTest {
  private static final int MONTHS = Integer.getInteger("countywise.months", 5);
  private static final int KEEP = Integer.getInteger("countywise.keep", 3);
  private static final YearMonth FIRST = YearMonth.of(2011, 1);
  private static final int EVERY = Integer.getInteger("countywise.every", MONTHS);
  private static final Progress NOTHING = (subject, action) -> {};

  private final Workbench.Bench bench = Workbench.bench("many-releases");
  private final SmallCountry country = new SmallCountry(bench.folder());
  private final Path folder = bench.folder().resolve("warehouse");

  @Test
  void shouldKeepEveryMonthAndTheNewestReleases() {
    String jobs = country.jobs();
    country.roster("2000-01-01");

    for (int month = 1; month <= MONTHS; month++) {
      String period = FIRST.plusMonths(month - 1).toString();
      country.totals(period, month, 3);
      country.rows("thing/period=" + period + "/part.parquet", 0, month);
      country.rows("sheet/period=" + period + "/part.parquet", 0, 3);
      long begin = System.nanoTime();
      Outcome outcome =
          new Job(bench.spark(), bench.warehouse(), KEEP, NOTHING)
              .run(country.request(jobs, period));
      long millis = millisSince(begin);
      assertThat(outcome.published()).as("%s", outcome.findings()).isTrue();
      if (month % EVERY == 0 || (month == 1 && EVERY < MONTHS)) {
        System.out.printf(
            "release %d: run in a Java at work %d ms, show %d ms, explain %d ms; %s%n",
            month,
            millis,
            millis("show", "things_of_thing", "--region=110101"),
            millis("explain", "things_of_thing", "--region=110101", "--period=" + FIRST),
            size());
      }
    }

    assertThat(bench.warehouse().releases()).hasSize(MONTHS);
    assertThat(readable()).hasSize(Math.min(KEEP, MONTHS)).endsWith("r%04d".formatted(MONTHS));
    assertThat(things()).isEqualTo(months());
  }

  /** What a command takes as users start it. */
  private long millis(String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command, "--warehouse=" + folder));
    all.addAll(List.of(words));
    long begin = System.nanoTime();
    Command ended = Command.type(bench.folder(), List.of("-Xms1g", "-Xmn400m", "-Xmx1g"), all);
    assertThat(ended.exitCode()).as("%s: %s", all, ended.output()).isZero();
    return millisSince(begin);
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private String size() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      long bytes = files.stream().mapToLong(file -> file.toFile().length()).sum();
      return files.size() + " files, " + bytes / 1024 + " KiB";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> readable() {
    return bench.warehouse().releases().stream()
        .filter(Warehouse.Listed::readable)
        .map(listed -> listed.manifest().release())
        .toList();
  }

  /** Of the first county, by month, as the newest release has them. */
  private List<String> things() {
    return bench
        .published("indicator_value")
        .where("indicator = 'things_of_thing' and region_code = '110101'")
        .orderBy("period")
        .selectExpr("concat(period, ' ', cast(numerator as int))")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> months() {
    return Stream.iterate(1, month -> month + 1)
        .limit(MONTHS)
        .map(month -> FIRST.plusMonths(month - 1) + " " + month)
        .toList();
  }
}
