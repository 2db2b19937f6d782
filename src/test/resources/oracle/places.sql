-- Where things lie: the roster of each month, and how the months a period is compared with move into its
-- territory (contract section 7, Places). Reads what was asked for: `wanted(period)` and `wanted_family(family)`.
create or replace table indicator as
select * from catalogue semi join wanted_family using (family);

-- The months of the alert ledger: from the delivery's first period on, each built on the one before.
create or replace table ledger_month as
select strftime(start, '%Y-%m') as month
from (select unnest(generate_series(
        (min(period) || '-01')::timestamp, ((select max(period) from wanted) || '-01')::timestamp, interval 1 month)) as start
      from delivery)
where exists (select 1 from wanted_family where family = 'monitoring');

-- The months each period needs, and each month of the ledger.
create or replace table need as
with day as (
  select period, (period || '-01')::date as first_day
  from (select period from wanted union select month from ledger_month))
select period, 'now' as need, period as month from day
union all
select period, 'last_december', (year(first_day) - 1) || '-12' from day
union all
select period, 'year_ago', strftime(first_day - interval 1 year, '%Y-%m') from day
union all
select period, 'year_to_date', strftime(start, '%Y-%m')
from (select period, unnest(generate_series(
        date_trunc('year', first_day), first_day::timestamp, interval 1 month)) as start from day)
union all
select period, 'trailing_12', strftime(start, '%Y-%m')
from (select period, unnest(generate_series(
        first_day - interval 11 month, first_day::timestamp, interval 1 month)) as start from day);

create or replace table calendar as
select month, (month || '-01')::date as first_day, last_day((month || '-01')::date) as last_day
from (select distinct month from need);

-- The roster on the last day of each month; valid_to is the first day no longer valid.
create or replace table roster as
select month, region_code, level, parent_code
from calendar join region on valid_from <= last_day and (valid_to is null or valid_to > last_day);

-- Each region of the roster with what lies above it, by parent_code alone.
create or replace table place as
with recursive climb as (
  select month, region_code, level, region_code as above, level as above_level, parent_code from roster
  union all
  select low.month, low.region_code, low.level, high.region_code, high.level, high.parent_code
  from climb as low join roster as high on high.month = low.month and high.region_code = low.parent_code)
select month, region_code, level,
  max(above) filter (where above_level = 'village') as village,
  max(above) filter (where above_level = 'township') as township,
  max(above) filter (where above_level = 'county') as county,
  max(above) filter (where above_level = 'prefecture') as prefecture,
  max(above) filter (where above_level = 'province') as province
from climb group by month, region_code, level;

-- Codes that a period's roster no longer knows, with the codes that took their territory by its last day.
create or replace table successor as
with recursive chain as (
  select c.month as period, c.last_day, old_code, new_code, changed_on
  from calendar as c join region_change on changed_on <= c.last_day
  where c.month in (select period from need)
  union
  select chain.period, chain.last_day, chain.old_code, next.new_code, next.changed_on
  from chain join region_change as next
    on next.old_code = chain.new_code and next.changed_on >= chain.changed_on
   and next.changed_on <= chain.last_day)
select distinct period, old_code, new_code
from chain
where exists (select 1 from roster where month = period and region_code = new_code)
  and not exists (select 1 from roster where month = period and region_code = old_code);

-- The place, in the territory of the period, of each village that the roster of a needed month knows: itself,
-- else its (first) successor, else its county or that county's only successor; townships and counties likewise.
create or replace table home as
with first_successor as (
  select period, old_code, min(new_code) as new_code from successor group by period, old_code),
only_successor as (
  select period, old_code, min(new_code) as new_code from successor group by period, old_code
  having count(*) = 1)
select n.period, n.month, v.region_code,
  coalesce(still.region_code, f.new_code, c.region_code, o.new_code) as place
from (select distinct period, month from need) as n
join place as v on v.month = n.month and v.level = 'village'
left join roster as still on still.month = n.period and still.region_code = v.region_code
left join first_successor as f on f.period = n.period and f.old_code = v.region_code
left join roster as c on c.month = n.period and c.region_code = v.county
left join only_successor as o on o.period = n.period and o.old_code = v.county
union all
select n.period, n.month, r.region_code, coalesce(still.region_code, f.new_code)
from (select distinct period, month from need) as n
join roster as r on r.month = n.month and r.level in ('township', 'county')
left join roster as still on still.month = n.period and still.region_code = r.region_code
left join first_successor as f on f.period = n.period and f.old_code = r.region_code;

-- Expected counties: the listing roster and every county with any control total in the delivery.
create or replace table expected as
with code as (
  select region_code as county, true as listed from listing where level = 'county'
  union all
  select county_code, false from delivery),
then_or_now as (
  select month as period, county, listed
  from code join roster on region_code = county and roster.level = 'county'
  union all
  select period, new_code, listed from code join successor on old_code = county
  union all
  -- A code of a later day: the county that became it.
  select before.month, old_code, listed
  from code join region_change on new_code = county
  join calendar as before on last_day < changed_on
  semi join roster as r on r.month = before.month and r.region_code = old_code and r.level = 'county'
  anti join roster as a on a.month = before.month and a.region_code = county)
select period, county, bool_or(listed) as listed
from then_or_now semi join wanted using (period)
group by period, county;

-- The counties whose control totals a county needs in an earlier month: those its villages lay in.
create or replace table county_then as
select distinct home.period, home.month, now.county, past.county as county_code
from home
join place as now on now.month = home.period and now.region_code = home.place
join place as past on past.month = home.month and past.region_code = home.region_code
where past.level = 'village'
union
select n.period, n.month, s.new_code, s.old_code
from need as n join successor as s on s.period = n.period
join roster as r on r.month = n.month and r.region_code = s.old_code and r.level = 'county';

-- The expected regions, each with the expected counties it is made of (a village or township: the one it lies in).
create or replace table member as
with county as (
  select expected.*, prefecture, province
  from expected join place on place.month = period and region_code = expected.county)
select period, region_code, level as region_level, expected.county
from place join expected on month = period and place.county = expected.county
where level in ('village', 'township', 'county')
union all
select period, prefecture, 'prefecture', county from county where prefecture is not null
union all
select period, province, 'province', county from county where province is not null
union all
select period, 'CN', 'nation', county from county
union all
select period, 'group:listed', 'group', county from county where listed;

-- Who delivered what. A control total of zero surveys is a county that was not surveyed.
create or replace table control as
select distinct period as month, dataset, county_code
from delivery
where dataset <> 'exit_survey' or (period, county_code) in (select (period, county_code) from exit_survey);

-- Regions whose territory changed in the twelve months to the period's end (status B): those that a merge, split or
-- transfer names, and at every level those between which something moved, unless one wholly became the other. Groups are
-- left out.
create or replace table broken as
with recursive moved as (
  select changed_on as day, old_code, new_code from region_change where kind in ('merge', 'split', 'transfer')
  union
  select after.valid_from, region_code, region_code
  from region as before join region as after using (region_code)
  where before.valid_to = after.valid_from),
span as (
  select period, last_day((period || '-01')::date - interval 1 year) as year_before, last_day((period || '-01')::date) as last_day
  from wanted),
recent as (
  select period, day, old_code, new_code from moved join span on day > year_before and day <= span.last_day),
climb as (
  select period, day, old_code, new_code, side, r.region_code, r.level, r.parent_code
  from recent, (values ('old'), ('new')) as s(side)
  join region as r
    on r.region_code = if(side = 'old', old_code, new_code)
   and r.valid_from <= if(side = 'old', day - 1, day)
   and (r.valid_to is null or r.valid_to > if(side = 'old', day - 1, day))
  union
  select c.period, c.day, c.old_code, c.new_code, c.side, r.region_code, r.level, r.parent_code
  from climb as c
  join region as r
    on r.region_code = c.parent_code
   and r.valid_from <= if(c.side = 'old', c.day - 1, c.day)
   and (r.valid_to is null or r.valid_to > if(c.side = 'old', c.day - 1, c.day))),
shift as (
  select period, day, o.region_code as from_code, n.region_code as to_code, o.region_code = old_code as named
  from climb as o join climb as n using (period, day, old_code, new_code, level)
  where o.side = 'old' and n.side = 'new' and o.region_code <> n.region_code),
left_whole as (
  select changed_on as day, old_code as from_code, min(new_code) as to_code
  from region_change as c
  where not exists (
    select 1 from region as r
    where r.region_code = c.old_code and r.valid_from <= changed_on and (r.valid_to is null or r.valid_to > changed_on))
  group by changed_on, old_code having count(*) = 1),
actual as (
  select * from shift anti join left_whole using (day, from_code, to_code)
  union all
  select * from shift where named),
touched as (
  select period, to_code as code, true as goes_on from actual
  union
  select period, from_code, false from actual)
select distinct touched.period, coalesce(successor.new_code, code) as region_code
from touched
left join successor on goes_on and successor.period = touched.period and old_code = code
semi join roster on month = touched.period and roster.region_code = coalesce(successor.new_code, code);
