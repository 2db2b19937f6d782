-- Contract section 4, registry.
create or replace temp table registry as
select village_code,
  count(*) as households,
  sum(persons) as persons,
  count(*) filter (where registration = 'registered_poor') as poor_households,
  coalesce(sum(persons) filter (where registration = 'registered_poor'), 0) as poor_persons,
  coalesce(sum(persons) filter (where registration = 'exited'), 0) as exited_persons
from registered group by village_code;

insert into part
with found (indicator, village_code, numerator, denominator) as (
  select 'registered_households', village_code, households, null from registry
  union all
  select 'registered_persons', village_code, persons, null from registry
  union all
  select 'poor_households', village_code, poor_households, null from registry
  union all
  select 'poor_persons', village_code, poor_persons, null from registry
  union all
  select 'exited_persons', village_code, exited_persons, null from registry
  union all
  select 'poor_headcount_rate', village_code, poor_persons, 0 from registry
  union all
  select 'poor_headcount_rate', village_code, 0, rural_persons from snapshot.village
  union all
  select 'labourers', village_code, sum(labourers), null from labour group by village_code)
select indicator, getvariable('month'), village_code, '', numerator, denominator from found;
