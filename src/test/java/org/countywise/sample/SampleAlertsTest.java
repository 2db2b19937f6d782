package org.countywise.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.countywise.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample gives the early warning something to find, to answer and to follow, and not more. */
class SampleAlertsTest {
  private static Queries queries;

  @BeforeAll
  static void raiseAlerts() throws SQLException {
    queries = Queries.over(Workbench.sample());
    queries.run("alerts.sql");
  }

  @AfterAll
  static void close() throws SQLException {
    queries.close();
  }

  @Test
  void shouldRaiseEachOfTheSevenRules() throws SQLException {
    assertThat(queries.rows("select distinct rule from alert order by rule"))
        .containsExactly(
            "below_line",
            "expense_surge",
            "implausible",
            "income_drop",
            "job_loss",
            "low_income",
            "risk_report");
  }

  @Test
  void shouldFindEveryKindOfImplausibleAccount() throws SQLException {
    assertThat(
            queries.rows(
                """
                select count(*) filter (negative) > 0,
                  count(*) filter (n3 = 3 and blank3 and employed) > 0,
                  count(*) filter (n3 = 3 and least3 = most3 and most3 <> 0) > 0
                from windowed
                """))
        .containsExactly("true true true");
  }

  @Test
  void shouldRarelyRaiseAnAlert() throws SQLException {
    assertThat(
            queries.rows(
                """
                select period, round(100.0 * count(distinct a.household_id) / count(distinct h.household_id), 1)
                from household h left join alert a using (household_id, period)
                where registration in ('registered_poor', 'exited')
                group by period
                having period >= '2019-09'
                  and count(distinct a.household_id) / count(distinct h.household_id) not between 0.02 and 0.095
                """))
        .as("months with too few or too many registered households that raise an alert, per cent")
        .isEmpty();
  }

  @Test
  void shouldAnswerOnlyWhatWasRaised() throws SQLException {
    assertThat(
            queries.rows(
                """
                from verification v
                where not exists (
                  from alert a where a.household_id = v.household_id and a.rule = v.rule and a.period <= v.period)
                """))
        .as("verifications without an alert")
        .isEmpty();
  }

  @Test
  void shouldAnswerInEveryWayMostlyInTheMonthAfter() throws SQLException {
    queries.run("answers.sql");

    assertThat(queries.rows("select distinct outcome from answer order by outcome"))
        .containsExactly("confirmed", "data_error", "dismissed");
    assertThat(queries.rows("select count(distinct rule) from answer")).containsExactly("7");
    assertThat(queries.rows("select avg(cast(months_after = 1 as int)) > 0.9 from answer"))
        .as("nine in ten answers come in the month after the alert was raised")
        .containsExactly("true");
  }

  @Test
  void shouldFollowManyConfirmationsWithAssistance() throws SQLException {
    assertThat(
            queries.rows(
                """
                select avg(cast(exists (
                    from assistance s
                    where s.household_id = v.household_id and s.period = '2020-09'
                      and s.started_on between v.verified_on and v.verified_on + 30) as int))
                  between 0.3 and 0.9
                from verification v where outcome = 'confirmed' and period <= '2020-08'
                """))
        .as("a third to nine tenths of the confirmed get help within thirty days")
        .containsExactly("true");
  }

  @Test
  void shouldBalanceTheProblemLedger() throws SQLException {
    assertThat(
            queries.rows(
                """
                with ledger as (
                  select left(village_code, 6) as county, category, period,
                    count(*) filter (status = 'open') as closing,
                    count(*) filter (strftime(found_on, '%Y-%m') = period) as found,
                    count(*) filter (strftime(resolved_on, '%Y-%m') = period) as resolved,
                    count(*) filter (strftime(reopened_on, '%Y-%m') = period) as reopened
                  from problem group by all),
                dense as (
                  select county, category, period, coalesce(closing, 0) as closing, coalesce(found, 0) as found,
                    coalesce(resolved, 0) as resolved, coalesce(reopened, 0) as reopened
                  from (select distinct left(village_code, 6) as county from village)
                  cross join (select distinct category from problem)
                  cross join (select distinct period from village)
                  left join ledger using (county, category, period)),
                balance as (
                  select *, lag(closing) over (partition by county, category order by period) as opening from dense)
                select count(*), count(*) filter (opening + found + reopened - resolved <> closing)
                from balance where opening is not null
                """))
        .as("cells of county, category and month after the first; those out of balance")
        .containsExactly(52 * 10 * 14 + " 0");
  }
}
