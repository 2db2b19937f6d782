package org.countywise.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The input contract, written a second time by hand: columns with their types ({@code ?} may be
 * null), keys, lists.
 */
final class Contract {
  static final Set<String> REFERENCE = Set.of("region", "region_change", "listing", "poverty_line");

  static final Map<String, String> COLUMNS = new LinkedHashMap<>();
  static final Map<String, String> KEYS = new LinkedHashMap<>();
  private static final Map<String, String> LISTS = new TreeMap<>();

  static {
    add(
        "region",
        "region_code, valid_from",
        "region_code STRING, level STRING, name_zh STRING, name_en? STRING, parent_code STRING,"
            + " valid_from DATE, valid_to? DATE");
    add(
        "region_change",
        "old_code, new_code",
        "old_code STRING, new_code STRING, changed_on DATE, kind STRING");
    add(
        "listing",
        "region_code",
        "region_code STRING, level STRING, listed_on DATE, delisted_on? DATE");
    add("poverty_line", "year", "year INT, line_fen BIGINT, monitoring_line_fen BIGINT");
    add(
        "delivery",
        "dataset, county_code",
        "dataset STRING, county_code STRING, row_count BIGINT, delivered_on DATE");
    add("village", "village_code", "village_code STRING, rural_households INT, rural_persons INT");
    add(
        "household",
        "household_id",
        "household_id BIGINT, village_code STRING, registration STRING, registered_on? DATE,"
            + " exited_on? DATE, persons INT, main_cause? STRING, monitored_class? STRING,"
            + " monitored_on? DATE");
    add(
        "person",
        "person_id",
        "person_id BIGINT, household_id BIGINT, village_code STRING, birth_year INT, sex STRING,"
            + " labour_capacity STRING, schooling STRING, health STRING, insured BOOLEAN");
    add(
        "employment",
        "person_id",
        "person_id BIGINT, household_id BIGINT, village_code STRING, channel STRING,"
            + " workplace_code STRING, started_on DATE, wage_fen BIGINT, days INT");
    add(
        "public_post",
        "post_id",
        "post_id BIGINT, village_code STRING, kind STRING, opened_on DATE, person_id? BIGINT");
    add(
        "industry_project",
        "project_id",
        "project_id BIGINT, village_code STRING, industry STRING, in_catalogue BOOLEAN,"
            + " organiser STRING, area_mu? DECIMAL(12,2), invested_fen BIGINT, started_on DATE,"
            + " status STRING");
    add(
        "industry_participation",
        "household_id, project_id",
        "household_id BIGINT, project_id BIGINT, village_code STRING, linkage STRING,"
            + " income_fen BIGINT");
    add(
        "works",
        "works_id",
        "works_id BIGINT, project_id? BIGINT, village_code STRING, kind STRING,"
            + " quantity DECIMAL(12,2), unit STRING, planned_on DATE, completed_on? DATE");
    add(
        "household_account",
        "household_id",
        "household_id BIGINT, village_code STRING, wage_fen BIGINT, business_fen BIGINT,"
            + " property_fen BIGINT, transfer_fen BIGINT, medical_fen BIGINT,"
            + " education_fen BIGINT, disaster_fen BIGINT");
    add(
        "problem",
        "problem_id",
        "problem_id BIGINT, village_code STRING, household_id? BIGINT, category STRING,"
            + " source STRING, found_on DATE, due_on? DATE, resolved_on? DATE,"
            + " reopened_on? DATE, responsible_unit STRING, status STRING");
    add(
        "relocation",
        "household_id",
        "household_id BIGINT, village_code STRING, site_id BIGINT, site_county_code STRING,"
            + " settlement STRING, planned_on DATE, housing_completed_on? DATE,"
            + " moved_in_on? DATE");
    add(
        "assistance",
        "household_id, measure",
        "household_id BIGINT, measure STRING, village_code STRING, department STRING,"
            + " started_on DATE");
    add(
        "exit_survey",
        "county_code",
        "county_code STRING, surveyed_on DATE, households_surveyed INT,"
            + " approving_households INT, exited_persons_sampled INT,"
            + " wrongly_exited_persons INT, unregistered_persons_sampled INT,"
            + " omitted_persons INT");
    add("informant", "informant_id", "informant_id BIGINT, level STRING, region_code STRING");
    add(
        "risk_report",
        "report_id",
        "report_id BIGINT, household_id BIGINT, village_code STRING, kind STRING, channel STRING,"
            + " reported_on DATE, amount_fen? BIGINT");
    add(
        "verification",
        "household_id, rule",
        "household_id BIGINT, rule STRING, village_code STRING, verified_on DATE, outcome STRING,"
            + " level STRING");

    list("region.level", "province prefecture county township village");
    list("region_change.kind", "rename recode merge split transfer");
    list("listing.level", "county village");
    list("household.registration", "registered_poor exited marginal general");
    list(
        "household.main_cause",
        "illness disability education disaster land water technology labour funds transport"
            + " motivation other");
    list("household.monitored_class", "unstable marginal sudden");
    list("person.sex", "female male");
    list("person.labour_capacity", "none weak ordinary skilled");
    list("person.schooling", "not_of_age enrolled home_taught exempt dropped_out finished");
    list("person.health", "healthy chronic serious disabled");
    list("employment.channel", "migrant workshop public_post local_industry self_employed");
    list(
        "public_post.kind",
        "forest_ranger road_keeper cleaner water_keeper carer village_admin other");
    list("industry_project.organiser", "enterprise cooperative village household");
    list("industry_project.status", "planned running stopped");
    list(
        "industry_participation.linkage",
        "own land_rent wage_work dividend contract_purchase custody mixed");
    list("works.kind", "road drain irrigation cold_storage school clinic housing water_supply");
    list(
        "problem.category",
        "education medical housing water employment relocation industry public_post data other");
    list("problem.source", "supervision inspection assessment informant screening");
    list("problem.status", "open resolved");
    list("relocation.settlement", "urban rural");
    list(
        "assistance.measure",
        "subsistence_a subsistence_b subsistence_c temporary_relief medical_aid education_aid"
            + " housing_repair public_post industry insurance");
    list("informant.level", "county township village");
    list(
        "risk_report.kind",
        "illness disability disaster accident expense_surge income_drop job_loss unsold_produce");
    list("risk_report.channel", "self_report cadre_visit department informant");
    list(
        "verification.rule",
        "low_income income_drop expense_surge below_line job_loss risk_report implausible");
    list("verification.outcome", "confirmed dismissed data_error");
    list("verification.level", "village township county");
  }

  private Contract() {}

  private static void add(String dataset, String key, String columns) {
    COLUMNS.put(dataset, columns);
    KEYS.put(dataset, key);
  }

  private static void list(String column, String names) {
    LISTS.put(column, names);
  }

  /** The columns of a dataset with their types, as Spark writes them. */
  static List<String> types(String dataset) {
    return columns(dataset).map(column -> column.replace("?", "")).toList();
  }

  /** A condition that holds for rows that break the contract; due days may lie after the period. */
  static String violation(String dataset) {
    List<String> broken = new ArrayList<>();
    columns(dataset)
        .filter(column -> !column.contains("?"))
        .forEach(column -> broken.add(column.replaceAll(" .*", "") + " is null"));
    if (!REFERENCE.contains(dataset)) {
      columns(dataset)
          .filter(column -> column.endsWith(" DATE") && !column.startsWith("due_on"))
          .map(column -> column.replaceAll("\\W.*", ""))
          .forEach(column -> broken.add(column + " > last_day(to_date(period || '-01'))"));
    }
    LISTS.forEach(
        (column, names) -> {
          if (column.startsWith(dataset + ".")) {
            broken.add(
                "%s not in ('%s')"
                    .formatted(column.substring(dataset.length() + 1), names.replace(" ", "', '")));
          }
        });
    return String.join(" or ", broken);
  }

  private static Stream<String> columns(String dataset) {
    return Arrays.stream(COLUMNS.get(dataset).split(", ", -1));
  }
}
