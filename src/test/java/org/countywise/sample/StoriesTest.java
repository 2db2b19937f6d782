package org.countywise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.countywise.Workbench;
import org.countywise.parquet.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each story of the sample is found again by what happens in it, with queries of its own. */
class StoriesTest {
  private static final Stories STORIES =
      SyntheticPopulation.of(Sample.Settings.ofScale(0.001)).stories();
  private static Queries queries;

  @BeforeAll
  static void openTheSample() throws SQLException {
    queries = Queries.over(Workbench.sample());
    queries.run("alerts.sql");
  }

  @AfterAll
  static void close() throws SQLException {
    queries.close();
  }

  @Test
  void shouldTellTheKidneyDisease() throws SQLException {
    assertThat(
            queries.rows(
                """
                select household_id, a.period
                from alert a
                join windowed t using (household_id, period)
                join verification v using (household_id, rule, period)
                join assistance s using (household_id)
                where rule = 'low_income' and outcome = 'confirmed' and measure = 'subsistence_a'
                  and s.period = '2020-09' and s.started_on = date_trunc('month', v.verified_on) + interval 1 month
                  and 198600 = (
                    select sum(wage_fen) from household_account w
                    where w.household_id = a.household_id and w.period in ('2020-03', '2020-04', '2020-05'))
                  and exists (
                    from person p where p.household_id = a.household_id and p.period = a.period and health = 'serious')
                  and exists (
                    from risk_report r where r.household_id = a.household_id and r.period = a.period and kind = 'illness')
                """))
        .containsExactly(STORIES.kidneyDisease().family().household().id() + " 2020-05");
    assertThat(
            queries.rows(
                "select min(period) from alert where rule = 'low_income' and household_id = "
                    + STORIES.kidneyDisease().family().household().id()))
        .as("the first month in which low_income is raised")
        .containsExactly("2020-05");
  }

  @Test
  void shouldTellTheSchoolBehindSchedule() throws SQLException {
    assertThat(
            queries.rows(
                """
                select w.works_id, p.problem_id
                from works w
                join problem p using (village_code, period)
                where w.period = '2020-09' and kind = 'school' and planned_on < '2020-01-01'
                  and completed_on between '2020-05-01' and '2020-09-30'
                  and category = 'education' and source = 'supervision'
                  and strftime(found_on, '%Y-%m') = '2020-04' and status = 'resolved' and reopened_on is null
                  and exists (
                    from works v where v.works_id = w.works_id and v.period = '2020-04' and v.completed_on is null)
                  and exists (
                    from problem q where q.problem_id = p.problem_id and q.period = '2020-08' and q.status = 'open')
                """))
        .contains(STORIES.school().works() + " " + STORIES.school().problem());
  }

  @Test
  void shouldTellTheWorkshopDownstairs() throws SQLException {
    assertThat(
            queries.rows(
                """
                select r.household_id
                from relocation r
                join employment e using (household_id, period)
                where channel = 'workshop' and workplace_code = site_county_code
                  and moved_in_on < started_on and started_on >= '2020-01-01'
                  and not exists (
                    from employment b where b.household_id = r.household_id and b.period < '2020-03')
                group by r.household_id
                having count(distinct period) = 7
                """))
        .contains(String.valueOf(STORIES.workshop().family().household().id()));
  }

  @Test
  void shouldTellTheBusToWork() throws SQLException {
    assertThat(
            queries.rows(
                """
                select a.household_id, e.workplace_code
                from alert a
                join risk_report r using (household_id, period)
                join employment b on b.household_id = a.household_id and b.period = '2020-01'
                join employment e on e.person_id = b.person_id and e.period = '2020-03'
                where rule = 'job_loss' and kind = 'job_loss' and a.period = '2020-02'
                  and left(b.workplace_code, 6) = left(b.village_code, 6)
                  and e.channel = 'migrant' and left(e.workplace_code, 2) <> left(e.village_code, 2)
                """))
        .contains(STORIES.bus().family().household().id() + " 440306");
  }

  @Test
  void shouldWatchEveryVillageOfLeye() throws SQLException {
    assertThat(
            queries.rows(
                """
                select period, (select count(*) from village v where v.period = i.period and village_code like '451028%'),
                  count(*), count(distinct region_code) filter (level = 'village')
                from informant i where region_code like '451028%' group by period order by period
                """))
        .hasSize(15)
        .allMatch(row -> row.endsWith(" 88 188 88"));
  }

  @Test
  void shouldCoverEveryRegisteredHouseholdOfOneCountyOnly() throws SQLException {
    assertThat(
            queries.rows(
                """
                with covered as (
                  select distinct household_id, period
                  from industry_participation join industry_project using (project_id, period)
                  where status = 'running' and in_catalogue)
                select left(village_code, 6), period
                from household left join covered using (household_id, period)
                where registration in ('registered_poor', 'exited')
                group by all having count(*) = count(covered.household_id)
                order by all
                """))
        .hasSize(15)
        .allMatch(row -> row.startsWith(Stories.COVERED));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.01, 0.1, 1})
  void shouldTellThemAtEveryScale(double scale) {
    SyntheticPopulation syntheticPopulation =
        SyntheticPopulation.of(Sample.Settings.ofScale(scale));
    Stories stories = syntheticPopulation.stories();
    Family poor = stories.kidneyDisease().family();
    Family relocated = stories.workshop().family();

    assertThat(
            Stream.of("2020-03", "2020-04", "2020-05")
                .flatMap(
                    period ->
                        rows(syntheticPopulation, "household_account", poor.household(), period))
                .mapToLong(row -> row.getLong(2)))
        .as("three months of wages at %s", scale)
        .containsExactly(90_000L, 78_600L, 30_000L);
    assertThat(rows(syntheticPopulation, "assistance", poor.household(), "2020-06"))
        .extracting(row -> row.get(1))
        .containsExactly("subsistence_a");
    assertThat(rows(syntheticPopulation, "relocation", relocated.household(), "2019-09"))
        .extracting(row -> row.get(7))
        .doesNotContainNull()
        .hasSize(1);
    assertThat(List.of(poor.household(), relocated.household(), bus(stories)))
        .doesNotHaveDuplicates();
    assertThat(informants(syntheticPopulation))
        .as("informants of Leye at %s", scale)
        .isEqualTo(188);
  }

  private static Household bus(Stories stories) {
    return stories.bus().family().household();
  }

  private static Stream<Row> rows(
      SyntheticPopulation syntheticPopulation, String table, Household household, String period) {
    return table(syntheticPopulation, table)
        .rows()
        .of(syntheticPopulation.community(household.village()), Month.of(YearMonth.parse(period)))
        .filter(row -> row.getLong(0) == household.id());
  }

  private static long informants(SyntheticPopulation syntheticPopulation) {
    Table informants = table(syntheticPopulation, "informant");
    Month month = Month.of(YearMonth.of(2020, 7));
    return IntStream.range(0, syntheticPopulation.villageGrid().villages())
        .mapToObj(syntheticPopulation.villageGrid()::village)
        .filter(village -> village.isIn(Stories.WATCHED))
        .map(syntheticPopulation::community)
        .flatMap(community -> informants.rows().of(community, month))
        .count();
  }

  private static Table table(SyntheticPopulation syntheticPopulation, String name) {
    return syntheticPopulation.tables().stream()
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
