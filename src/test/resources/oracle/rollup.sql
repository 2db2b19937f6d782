-- From parts by village and month to the dense table of contract section 3: every expected region, every
-- indicator, every period.

-- Parts in the period that uses them, at their place in its territory. Comparisons take their parts from
-- migrant_labour of two months; the sum so far takes public_posts_new of every month since January.
create or replace table placed as
with taken as (
  select indicator, period, month, region_code, breakdown, numerator, denominator
  from part join need using (month) where need = 'now'
  union all
  select 'migrant_to_base'::indicator_id, period, month, region_code, '', numerator, 0
  from part join need using (month) where need = 'now' and indicator = 'migrant_labour'
  union all
  select 'migrant_to_base'::indicator_id, period, month, region_code, '', 0, numerator
  from part join need using (month) where need = 'last_december' and indicator = 'migrant_labour'
  union all
  select 'migrant_yoy'::indicator_id, period, month, region_code, '', numerator, 0
  from part join need using (month) where need = 'now' and indicator = 'migrant_labour'
  union all
  select 'migrant_yoy'::indicator_id, period, month, region_code, '', -numerator, numerator
  from part join need using (month) where need = 'year_ago' and indicator = 'migrant_labour'
  union all
  select 'public_posts_new_ytd'::indicator_id, period, month, region_code, '', numerator, null
  from part join need using (month) where need = 'year_to_date' and indicator = 'public_posts_new')
select indicator, period, village, township, place.county, breakdown, numerator, denominator
from taken
join home using (period, month, region_code)
join place on place.month = taken.period and place.region_code = home.place
semi join expected on expected.period = taken.period and expected.county = place.county;

-- Has the county delivered what the indicator needs: this month, and in all months?
create or replace table presence as
with wish as (
  select indicator, period, month, need = 'now' as current,
    case when need = 'now' then datasets else coalesce(past_datasets, datasets) end as datasets
  from indicator join need on need = 'now' or need = past),
required as (
  select * exclude datasets, unnest(if(len(datasets) = 0, [null], datasets)) as dataset from wish)
select required.indicator, expected.period, expected.county,
  bool_and(required.dataset is null or control.month is not null) as complete,
  bool_and(required.dataset is null or control.month is not null) filter (where current) as current
from expected
join required using (period)
left join county_then as past
  on past.period = required.period and past.month = required.month and past.county = expected.county
left join control
  on control.month = required.month and control.dataset = required.dataset
 and control.county_code = coalesce(past.county_code, expected.county)
group by required.indicator, expected.period, expected.county;

-- Summed parts by region. Counties that have not delivered leave their parents' parts; what they have this month
-- is kept aside for parents of which no county remains. An unknown numerator takes its denominator with it.
create or replace table county_cell as
select indicator, period, county, breakdown,
  count(*) as terms, sum(numerator) as numerator, sum(denominator) as denominator
from placed group by indicator, period, county, breakdown;

create or replace table cell as
select indicator, period, village as region_code, breakdown,
  count(*) as terms, sum(numerator) as numerator, sum(denominator) as denominator, sum(numerator) as current
from placed where village is not null group by indicator, period, village, breakdown
union all
select indicator, period, township, breakdown,
  count(*), sum(numerator), sum(denominator), sum(numerator)
from placed where township is not null group by indicator, period, township, breakdown
union all
select indicator, period, county, breakdown, terms, numerator, denominator, numerator
from county_cell
union all
select c.indicator, c.period, region_code, breakdown,
  coalesce(sum(terms) filter (where complete), 0),
  sum(numerator) filter (where complete),
  coalesce(
    sum(denominator) filter (where complete and numerator is not null), sum(denominator) filter (where complete)),
  sum(numerator) filter (where current)
from county_cell as c
join presence using (indicator, period, county)
join member on member.period = c.period and member.county = c.county
where region_level not in ('village', 'township', 'county')
group by c.indicator, c.period, region_code, breakdown;

create or replace table region_presence as
select indicator, period, region_code, region_level, 1 as counties, complete::int as complete, current::int as current
from member join presence using (period, county) join indicator using (indicator)
where region_level = 'county' or (region_level in ('village', 'township') and lowest_level = 'village')
union all
select indicator, period, region_code, region_level,
  count(*), count(*) filter (where complete), count(*) filter (where current)
from member join presence using (period, county)
where region_level not in ('village', 'township', 'county')
group by indicator, period, region_code, region_level;

-- Status: the first that applies of O, M, B, P, A. No terms: 0. Every term unknown: null and M. An O row is empty, but
-- migrant_to_base without its base shows the numerator that exists.
create or replace table indicator_value as
with total_and_breakdown as (
  select p.*, c.breakdown, c.terms, c.numerator, c.denominator, c.current as current_numerator
  from region_presence as p
  left join (select * from cell where breakdown = '') as c using (indicator, period, region_code)
  where indicator <> 'works_quantity'
  union all
  select p.*, c.breakdown, c.terms, c.numerator, c.denominator, null
  from region_presence as p join cell as c using (indicator, period, region_code)
  where c.breakdown <> '' and p.complete > 0 and c.numerator <> 0),
settled as (
  select indicator, region_code, region_level, period, coalesce(breakdown, '') as breakdown, factor, ratio,
    counties, complete,
    case
      when complete > 0 then case when coalesce(terms, 0) = 0 then 0 else numerator end
      when indicator = 'migrant_to_base' and current > 0 then coalesce(current_numerator, 0)
    end as numerator,
    case when ratio and complete > 0 then case when coalesce(terms, 0) = 0 then 0 else denominator end
    end as denominator
  from total_and_breakdown join indicator using (indicator))
select indicator, region_code, region_level, period, breakdown,
  case
    when complete = 0 then null
    when not ratio then nearest(numerator)
    when denominator <> 0 then nearest(numerator) / nearest(denominator) * factor
  end as value,
  numerator::decimal(38,6) as numerator,
  denominator::decimal(38,6) as denominator,
  case
    when complete = 0 then 'O'
    when numerator is null or (ratio and denominator = 0) then 'M'
    when (region_code, period) in (select (region_code, period) from broken) then 'B'
    when complete < counties then 'P'
    else 'A'
  end as status
from settled;
