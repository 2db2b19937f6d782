-- Contract section 4, monitoring, but for the alerts: households under watch whatever their registration, and the
-- informants, each in the region of its level.
create or replace temp table monitored as
select village_code, monitored_class, persons,
  household_id in (select household_id from snapshot.assistance) as assisted
from snapshot.household where monitored_class is not null;

insert into part
with classed as (
  select village_code, persons, unnest(['', 'class=' || monitored_class]) as breakdown from monitored),
found (indicator, region_code, breakdown, numerator, denominator) as (
  select 'monitored_households', village_code, breakdown, count(*), null from classed group by village_code, breakdown
  union all
  select 'monitored_persons', village_code, breakdown, sum(persons), null from classed group by village_code, breakdown
  union all
  select 'monitored_share', village_code, '', sum(persons), 0 from monitored group by village_code
  union all
  select 'monitored_share', village_code, '', 0, sum(persons) from registered group by village_code
  union all
  select 'monitored_assisted_rate', village_code, '', count(*) filter (where assisted), count(*)
  from monitored group by village_code
  union all
  select 'informants', region_code, '', count(*), null from snapshot.informant group by region_code
  union all
  select 'informant_village_coverage', village_code, '',
    count(*) filter (where village_code in (select region_code from snapshot.informant where level = 'village')),
    count(*)
  from snapshot.village group by village_code)
select indicator, getvariable('month'), region_code, breakdown, numerator, denominator from found;
