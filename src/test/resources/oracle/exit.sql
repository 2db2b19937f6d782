-- Contract section 4, exit: what the survey of the month found in each county, and what it says of all the county's
-- people. Rates stay whole numbers: wrong / exited sampled, omitted / unregistered sampled, approving / surveyed.
create or replace temp table county_people as
with person_count (village_code, poor, exited, registered, rural) as (
  select village_code,
    case when registration = 'registered_poor' then persons else 0 end,
    case when registration = 'exited' then persons else 0 end, persons, 0
  from registered
  union all
  select village_code, 0, 0, 0, rural_persons from snapshot.village)
select county, sum(poor) as poor, sum(exited) as exited, sum(registered) as registered, sum(rural) as rural
from person_count join place on month = getvariable('month') and region_code = village_code
group by county;

create or replace temp table surveyed as
select county_code, province,
  households_surveyed::hugeint as households, approving_households::hugeint as approving,
  exited_persons_sampled::hugeint as exited_sample, wrongly_exited_persons::hugeint as wrong,
  unregistered_persons_sampled::hugeint as unregistered_sample, omitted_persons::hugeint as omitted,
  coalesce(poor, 0)::hugeint as poor, coalesce(exited, 0)::hugeint as exited,
  (coalesce(rural, 0) - coalesce(registered, 0))::hugeint as unregistered, coalesce(rural, 0)::hugeint as rural
from snapshot.exit_survey
left join place on month = getvariable('month') and region_code = county_code
left join county_people on county_people.county = county_code;

-- The composite count of persons as a fraction; unknown where nobody was sampled.
create or replace temp table composite as
with fraction as (
  select *, nullif(exited_sample * unregistered_sample, 0) as below,
    poor * exited_sample * unregistered_sample + exited * wrong * unregistered_sample
      + unregistered * omitted * exited_sample as above
  from surveyed)
select *,
  case when above < 0 then -1 else 1 end
    * (((2 * abs(above) * 1000000 + below) // (2 * below))::decimal(29,0) * 0.000001::decimal(7,6))::decimal(35,6)
    as persons,
  case when province in ('15', '45', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65') then 3 else 2 end
    as limit_percent
from fraction;

insert into part
with found (indicator, county_code, numerator, denominator) as (
  select 'exit_approval_rate', county_code, approving, households from surveyed
  union all
  select 'wrong_exit_rate', county_code, wrong, exited_sample from surveyed
  union all
  select 'omission_rate', county_code, omitted, unregistered_sample from surveyed
  union all
  select 'exit_composite_rate', county_code, persons, rural from composite
  union all
  select 'exit_ready', county_code,
    case
      when below > 0 and households > 0 and rural > 0 then (
        above * 100 <= limit_percent * below * rural
        and wrong * 100 <= 2 * exited_sample
        and omitted * 100 <= 2 * unregistered_sample
        and approving * 100 >= 90 * households)::int
    end, null
  from composite)
select indicator, getvariable('month'), county_code, '', numerator, denominator from found;
