-- Contract section 4, employment: the working persons of registered households, one row a person.
create or replace temp table worker as
select household_id, r.village_code, channel, workplace_code, wage_fen
from snapshot.employment join registered as r using (household_id);

-- Migrants by what lies between home and workplace; an unknown workplace goes by its prefix.
create or replace temp table migrant as
with route as (
  select village_code, workplace_code, count(*) as persons
  from worker where channel = 'migrant'
  group by village_code, workplace_code)
select route.village_code, persons, workplace_code[1:2] as destination,
  case
    when workplace_code = home.county then 'same county'
    when coalesce(work.province, workplace_code[1:2]) = home.province then 'same province'
    else 'other province'
  end as scope
from route
join place as home on home.month = getvariable('month') and home.region_code = route.village_code
left join place as work on work.month = getvariable('month') and work.region_code = workplace_code;

create or replace temp table migration as
select village_code,
  sum(persons) as migrants,
  coalesce(sum(persons) filter (where scope = 'same county'), 0) as in_county,
  coalesce(sum(persons) filter (where scope = 'same province'), 0) as in_province,
  coalesce(sum(persons) filter (where scope = 'other province'), 0) as out_of_province,
  coalesce(sum(persons) filter (where scope <> 'same county'), 0) as out_of_county
from migrant group by village_code;

create or replace temp table work as
select village_code,
  count(*) as employed,
  sum(wage_fen) as wage_fen,
  count(*) filter (where channel = 'workshop') as workshop,
  count(*) filter (where channel = 'public_post') as public_post,
  count(*) filter (where channel = 'local_industry') as local_industry,
  count(*) filter (where channel = 'self_employed') as self_employed
from worker group by village_code;

create or replace temp table able as
select village_code,
  sum(labourers) as labourers,
  count(*) as households,
  count(*) filter (where household_id not in (select household_id from worker)) as idle
from labour group by village_code;

insert into part
with found (indicator, village_code, numerator, denominator) as (
  select 'employed_labour', village_code, employed, null from work
  union all
  select 'employment_rate', village_code, employed, 0 from work
  union all
  select 'employment_rate', village_code, 0, labourers from able
  union all
  select 'migrant_labour', village_code, migrants, null from migration
  union all
  select 'migrant_in_county', village_code, in_county, null from migration
  union all
  select 'migrant_in_province', village_code, in_province, null from migration
  union all
  select 'migrant_out_of_province', village_code, out_of_province, null from migration
  union all
  select 'out_migrant_labour', village_code, out_of_county, null from migration
  union all
  select 'out_migrant_rate', village_code, out_of_county, 0 from migration
  union all
  select 'out_migrant_rate', village_code, 0, labourers from able
  union all
  select 'workshop_labour', village_code, workshop, null from work
  union all
  select 'public_post_labour', village_code, public_post, null from work
  union all
  select 'local_industry_labour', village_code, local_industry, null from work
  union all
  select 'self_employed_labour', village_code, self_employed, null from work
  union all
  select 'average_monthly_wage', village_code, yuan(wage_fen), employed from work
  union all
  select 'households_with_labour', village_code, households, null from able
  union all
  select 'zero_employment_households', village_code, idle, null from able
  union all
  select 'zero_employment_rate', village_code, idle, households from able
  union all
  select 'migrant_destination', village_code, migrants, null from migration)
select indicator, getvariable('month'), village_code, '', numerator, denominator from found;

insert into part
select 'migrant_destination', getvariable('month'), village_code, 'province=' || destination, sum(persons), null
from migrant group by village_code, destination;
