package org.countywise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.compile.Compilation;
import org.countywise.delivery.Source;
import org.countywise.plan.Plan;
import org.countywise.plan.Scan;
import org.countywise.rows.Calendar;
import org.countywise.rows.Partition;
import org.countywise.rows.Width;
import org.junit.jupiter.api.Test;

/** What changes the hash of what a partition's measures are made of, and what does not. */
class FingerprintsTest {
  private static final Plan PLAN = Compilation.plan(Workbench.definitions("jobs"), List.of());
  private static final YearMonth JULY = YearMonth.of(2020, 7);

  private final Map<Partition, String> files = new HashMap<>();
  private final Map<Partition, String> before = hashes(calendar(PLAN, JULY));

  @Test
  void shouldChangeWhatReadsAChangedFileAndNothingElse() {
    files.put(new Partition("employment", "2020-07"), "corrected");

    assertThat(changed())
        .contains(new Partition("employment", "2020-07"), new Partition("household", "2020-07"))
        .doesNotContain(new Partition("employment", "2019-12"), new Partition("person", "2020-07"));
  }

  @Test
  void shouldChangeWhatLooksBackAtAChangedMonth() {
    files.put(new Partition("household_account", "2019-10"), "corrected");

    assertThat(changed())
        .containsExactlyInAnyOrder(
            new Partition("household_account", "2019-10"), new Partition("household", "2020-07"));
  }

  @Test
  void shouldChangeRowsWhoseHouseholdsAreOthers() {
    files.put(new Partition("household", "2019-12"), "corrected");

    assertThat(changed())
        .contains(new Partition("household", "2019-12"), new Partition("employment", "2019-12"))
        .as("and the incomes of twelve months, whose accounts need their household")
        .contains(new Partition("household", "2020-07"))
        .filteredOn(partition -> !partition.month().equals("2019-12"))
        .hasSize(1);
  }

  @Test
  void shouldChangeAllOfAMonthWhoseControlTotalsAreOthersAndWhatLooksBackAtIt() {
    files.put(new Partition("delivery", "2020-06"), "corrected");

    assertThat(changed())
        .isNotEmpty()
        .allMatch(partition -> Set.of("2020-06", "2020-07").contains(partition.month()))
        .contains(new Partition("household", "2020-07"))
        .doesNotContain(new Partition("problem", "2020-07"));
  }

  @Test
  void shouldChangeEverythingWhereTheRosterIsAnother() {
    files.put(new Partition("region", ""), "corrected");

    assertThat(changed()).isEqualTo(before.keySet());
  }

  @Test
  void shouldChangeWhatUsesAChangedDefinition() {
    Plan other = PLAN.with(PLAN.scans().stream().map(FingerprintsTest::withoutViews).toList());

    assertThat(changed(hashes(calendar(other, JULY))))
        .as("measured otherwise, where it is measured at all")
        .containsExactly(
            new Partition("employment", "2019-07"),
            new Partition("employment", "2019-12"),
            new Partition("employment", "2020-07"));
  }

  private static Scan withoutViews(Scan scan) {
    return scan.dataset().equals("employment") ? scan.unmeasured() : scan;
  }

  @Test
  void shouldTellAMonthThatIsAskedForFromOneThatIsComparedWith() {
    Map<Partition, String> august = hashes(calendar(PLAN, JULY.plusMonths(1)));

    assertThat(august)
        .as("looks back at nothing where it is not asked for")
        .doesNotContainEntry(
            new Partition("household", "2020-07"),
            before.get(new Partition("household", "2020-07")))
        .as("is the same whoever asks")
        .containsEntry(
            new Partition("employment", "2019-12"),
            before.get(new Partition("employment", "2019-12")));
  }

  @Test
  void shouldTakeWhatWasMeasuredWhereItIsOnlyJudged() {
    Calendar august = calendar(PLAN, JULY.plusMonths(1));

    assertThat(prints("1", august).measures(PLAN.scan("household"), "2020-07"))
        .hasSize(3)
        .contains(before.get(new Partition("household", "2020-07")));
    assertThat(prints("1", august).measures(PLAN.scan("household"), "2020-08")).hasSize(1);
  }

  @Test
  void shouldChangeEverythingInRegionsOfAnotherDayOrByAnotherEngine() {
    Calendar elsewhere =
        new Calendar(PLAN, List.of(JULY), YearMonth.of(2019, 7), LocalDate.of(2014, 12, 31));

    assertThat(changed(hashes(elsewhere))).isEqualTo(before.keySet());
    assertThat(changed(hashes("2", calendar(PLAN, JULY)))).isEqualTo(before.keySet());
  }

  @Test
  void shouldChangeEventsOfAMonthWithThoseOfTheMonthBefore() {
    Fingerprints prints = prints("1", calendar(PLAN, JULY));

    assertThat(prints.events("2020-06", "a")).isNotEqualTo(prints.events("2020-06", "b"));
    assertThat(prints.events("2020-06", "a")).isNotEqualTo(prints.events("2020-05", "a"));
    String known = prints.events("2020-06", "a");
    files.put(new Partition("risk_report", "2020-06"), "corrected");
    assertThat(prints("1", calendar(PLAN, JULY)).events("2020-06", "a")).isNotEqualTo(known);
    assertThat(prints("1", calendar(PLAN, JULY)).events("2020-05", "a"))
        .isEqualTo(prints.events("2020-05", "a"));
  }

  private Set<Partition> changed() {
    return changed(hashes(calendar(PLAN, JULY)));
  }

  private Set<Partition> changed(Map<Partition, String> now) {
    Set<Partition> changed = new TreeSet<>(before.keySet());
    changed.removeIf(partition -> before.get(partition).equals(now.get(partition)));
    return changed;
  }

  private static Calendar calendar(Plan plan, YearMonth period) {
    return new Calendar(plan, List.of(period), YearMonth.of(2019, 7));
  }

  private Map<Partition, String> hashes(Calendar calendar) {
    return hashes("1", calendar);
  }

  private Map<Partition, String> hashes(String engine, Calendar calendar) {
    Fingerprints prints = prints(engine, calendar);
    return calendar.plan().scans().stream()
        .filter(scan -> scan.kind() == Scan.Kind.PERIODIC)
        .filter(scan -> !calendar.plan().names(scan.dataset()))
        .flatMap(
            scan ->
                calendar.months(scan).stream()
                    .map(month -> Map.entry(new Partition(scan.dataset(), month), scan)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                of -> prints.measures(of.getValue(), of.getKey().month()).get(0),
                (one, same) -> one,
                TreeMap::new));
  }

  private Fingerprints prints(String engine, Calendar calendar) {
    Map<String, Source> sources =
        calendar.plan().scans().stream()
            .collect(Collectors.toMap(Scan::dataset, scan -> source(scan, calendar)));
    return new Fingerprints(engine, calendar, sources, Width.INT64);
  }

  private Source source(Scan scan, Calendar calendar) {
    Map<String, String> contents =
        Stream.concat(Stream.of(""), Stream.concat(calendar.months(scan).stream(), months()))
            .distinct()
            .filter(month -> month.isEmpty() == (scan.kind() == Scan.Kind.REFERENCE))
            .collect(
                Collectors.toMap(
                    month -> month,
                    month ->
                        files.getOrDefault(new Partition(scan.dataset(), month), "as it was")));
    return new Source(
        scan, null, List.of(), List.of(), Map.of(), Map.of(), contents, List.of(), null);
  }

  /** Control totals are there for all months. */
  private static Stream<String> months() {
    return Stream.iterate(YearMonth.of(2019, 7), month -> month.plusMonths(1))
        .limit(15)
        .map(YearMonth::toString);
  }
}
