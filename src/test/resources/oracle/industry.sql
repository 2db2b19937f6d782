-- Contract section 4, industry. A household participates through a participation whose project is running; it is
-- covered where that project is in the catalogue. It counts at home, wherever the project lies.
create or replace temp table project as
select project_id, village_code, in_catalogue, organiser, area_mu, invested_fen
from snapshot.industry_project where status = 'running';

create or replace temp table participation as
select household_id, r.village_code, linkage, income_fen, in_catalogue, organiser
from snapshot.industry_participation join project using (project_id) join registered as r using (household_id);

create or replace temp table participant as
select household_id, village_code,
  bool_or(in_catalogue) as covered,
  bool_or(organiser = 'enterprise') as enterprise_linked,
  sum(income_fen) as income_fen
from participation group by household_id, village_code;

create or replace temp table linked as
select village_code,
  count(*) as participants,
  sum(income_fen) as income_fen,
  count(*) filter (where covered) as covered,
  count(*) filter (where covered and household_id in (select household_id from labour)) as covered_able,
  count(*) filter (where enterprise_linked) as enterprise_linked
from participant group by village_code;

insert into part
with found (indicator, village_code, numerator, denominator) as (
  select 'industry_covered_households', village_code, covered, null from linked
  union all
  select 'industry_coverage_rate', village_code, covered, 0 from linked
  union all
  select 'industry_coverage_rate', village_code, 0, count(*) from registered group by village_code
  union all
  select 'industry_coverage_rate_able', village_code, covered_able, 0 from linked
  union all
  select 'industry_coverage_rate_able', village_code, 0, count(*) from labour group by village_code
  union all
  select 'enterprise_linked_households', village_code, enterprise_linked, null from linked
  union all
  select 'industry_linkage', village_code, participants, null from linked
  union all
  select 'industry_income_per_household', village_code, yuan(income_fen), participants from linked
  union all
  select 'industry_projects', village_code, count(*), null from project where in_catalogue group by village_code
  union all
  select 'industry_area_mu', village_code, sum(area_mu), null from project where in_catalogue group by village_code
  union all
  select 'industry_invested', village_code, yuan(sum(invested_fen)), null
  from project where in_catalogue group by village_code)
select indicator, getvariable('month'), village_code, '', numerator, denominator from found;

insert into part
select 'industry_linkage', getvariable('month'), village_code, 'linkage=' || linkage, count(distinct household_id), null
from participation group by village_code, linkage;

-- Works completed by the period's end. Quantities have units of their own, hence no total.
create or replace temp table completed as
select village_code, kind, count(*) as works, sum(quantity) as quantity
from snapshot.works
where completed_on <= period_end()
group by village_code, kind;

insert into part
select 'works_completed', getvariable('month'), village_code, '', sum(works), null from completed group by village_code
union all
select 'works_completed', getvariable('month'), village_code, 'kind=' || kind, works, null from completed
union all
select 'works_quantity', getvariable('month'), village_code, 'kind=' || kind, quantity, null from completed;
