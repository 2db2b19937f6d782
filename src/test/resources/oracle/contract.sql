-- Contract section 2: the columns of every dataset, as empty tables.
-- A dataset whose folder is absent from a delivery reads as its empty table.
create schema contract;

create table contract.region (
  region_code varchar, level varchar, name_zh varchar, name_en varchar, parent_code varchar,
  valid_from date, valid_to date);
create table contract.region_change (old_code varchar, new_code varchar, changed_on date, kind varchar);
create table contract.listing (region_code varchar, level varchar, listed_on date, delisted_on date);
create table contract.poverty_line (year int, line_fen bigint, monitoring_line_fen bigint);

create table contract.delivery (
  dataset varchar, county_code varchar, row_count bigint, delivered_on date, period varchar);
create table contract.village (village_code varchar, rural_households int, rural_persons int, period varchar);
create table contract.household (
  household_id bigint, village_code varchar, registration varchar, registered_on date, exited_on date,
  persons int, main_cause varchar, monitored_class varchar, monitored_on date, period varchar);
create table contract.person (
  person_id bigint, household_id bigint, village_code varchar, birth_year int, sex varchar,
  labour_capacity varchar, schooling varchar, health varchar, insured boolean, period varchar);
create table contract.employment (
  person_id bigint, household_id bigint, village_code varchar, channel varchar, workplace_code varchar,
  started_on date, wage_fen bigint, days int, period varchar);
create table contract.public_post (
  post_id bigint, village_code varchar, kind varchar, opened_on date, person_id bigint, period varchar);
create table contract.industry_project (
  project_id bigint, village_code varchar, industry varchar, in_catalogue boolean, organiser varchar,
  area_mu decimal(12,2), invested_fen bigint, started_on date, status varchar, period varchar);
create table contract.industry_participation (
  household_id bigint, project_id bigint, village_code varchar, linkage varchar, income_fen bigint,
  period varchar);
create table contract.works (
  works_id bigint, project_id bigint, village_code varchar, kind varchar, quantity decimal(12,2),
  unit varchar, planned_on date, completed_on date, period varchar);

create table contract.household_account (
  household_id bigint, village_code varchar, wage_fen bigint, business_fen bigint, property_fen bigint,
  transfer_fen bigint, medical_fen bigint, education_fen bigint, disaster_fen bigint, period varchar);
create table contract.problem (
  problem_id bigint, village_code varchar, household_id bigint, category varchar, source varchar, found_on date,
  due_on date, resolved_on date, reopened_on date, responsible_unit varchar, status varchar, period varchar);
create table contract.relocation (
  household_id bigint, village_code varchar, site_id bigint, site_county_code varchar, settlement varchar,
  planned_on date, housing_completed_on date, moved_in_on date, period varchar);
create table contract.assistance (
  household_id bigint, measure varchar, village_code varchar, department varchar, started_on date,
  period varchar);
create table contract.exit_survey (
  county_code varchar, surveyed_on date, households_surveyed int, approving_households int,
  exited_persons_sampled int, wrongly_exited_persons int, unregistered_persons_sampled int,
  omitted_persons int, period varchar);
create table contract.informant (informant_id bigint, level varchar, region_code varchar, period varchar);
create table contract.risk_report (
  report_id bigint, household_id bigint, village_code varchar, kind varchar, channel varchar,
  reported_on date, amount_fen bigint, period varchar);
create table contract.verification (
  household_id bigint, rule varchar, village_code varchar, verified_on date, outcome varchar, level varchar,
  period varchar);
