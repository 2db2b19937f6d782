-- Our `indicator_value` against `theirs`, cell by cell. Breakdown rows of zero (0, 0 of some, 0 of 0) may be left out by
-- either side.
create or replace table difference as
with their_row as (
  select indicator, region_code, region_level, period, breakdown, value, numerator, denominator, status
  from theirs
  where indicator in (select indicator from indicator) and period in (select period from wanted)
    and not (breakdown <> '' and numerator is not distinct from 0 and coalesce(value, 0) = 0)),
our_row as (
  select * from indicator_value
  where not (breakdown <> '' and numerator is not distinct from 0 and coalesce(value, 0) = 0)
    and (region_level not in ('village', 'township')
      or region_level in (select distinct region_level from theirs))),
pair as (
  select indicator, region_code, period, breakdown, o.status as ours, t.status as theirs,
    o, t
  from our_row as o full join their_row as t using (indicator, region_code, period, breakdown)),
found as (
  select indicator, region_code, period, breakdown, 'missing row' as what, o::varchar as expected, null as found
  from pair where theirs is null
  union all
  select indicator, region_code, period, breakdown, 'extra row', null, t::varchar
  from pair where ours is null
  union all
  select indicator, region_code, period, breakdown, 'region_level', o.region_level, t.region_level
  from pair where ours is not null and theirs is not null and o.region_level is distinct from t.region_level
  union all
  select indicator, region_code, period, breakdown, 'status', ours, theirs
  from pair where ours <> theirs
  union all
  select indicator, region_code, period, breakdown, 'numerator', o.numerator::varchar, t.numerator::varchar
  from pair where ours is not null and theirs is not null and o.numerator is distinct from t.numerator
  union all
  select indicator, region_code, period, breakdown, 'denominator', o.denominator::varchar, t.denominator::varchar
  from pair where ours is not null and theirs is not null and o.denominator is distinct from t.denominator
  union all
  select indicator, region_code, period, breakdown, 'value', o.value::varchar, t.value::varchar
  from pair
  where ours is not null and theirs is not null and o.value is distinct from t.value
    and coalesce(abs(o.value - t.value) > 1e-15 * abs(o.value), true)
  union all
  select indicator, region_code, period, breakdown, 'repeated row', '1', count(*)::varchar
  from their_row group by indicator, region_code, period, breakdown having count(*) > 1)
select * from found;
