-- Contract section 4, relocation: every relocated household, registered or not, in its village of origin.
create or replace temp table relocated as
select household_id, village_code,
  coalesce(housing_completed_on <= period_end(), false) as housed,
  coalesce(moved_in_on <= period_end(), false) as moved,
  household_id in (
    select household_id from snapshot.person where labour_capacity in ('weak', 'ordinary', 'skilled')) as able,
  household_id in (select household_id from snapshot.employment) as employed
from snapshot.relocation;

insert into part
with counted as (
  select village_code,
    count(*) as households,
    count(*) filter (where housed) as housed,
    count(*) filter (where moved) as moved,
    count(*) filter (where moved and able) as able,
    count(*) filter (where moved and able and employed) as employed
  from relocated group by village_code),
found (indicator, village_code, numerator, denominator) as (
  select 'relocation_households', village_code, households, null from counted
  union all
  select 'relocation_housing_completed', village_code, housed, null from counted
  union all
  select 'relocation_moved_in', village_code, moved, null from counted
  union all
  select 'relocation_housing_rate', village_code, housed, households from counted
  union all
  select 'relocation_move_in_rate', village_code, moved, households from counted
  union all
  select 'relocated_labour_households', village_code, able, null from counted
  union all
  select 'relocated_employment_rate', village_code, employed, able from counted)
select indicator, getvariable('month'), village_code, '', numerator, denominator from found;
