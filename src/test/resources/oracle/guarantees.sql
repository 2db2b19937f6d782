-- Contract section 4, guarantees: households with an open problem in one of the three guarantees or in drinking
-- water. Once in each village with such a problem; a problem without a household is nobody's.
insert into part
with open_guarantee as (
  select village_code, household_id, unnest(['', 'category=' || category, 'source=' || source]) as breakdown
  from snapshot.problem
  where status = 'open' and category in ('education', 'medical', 'housing', 'water'))
select 'guarantee_households_open', getvariable('month'), village_code, breakdown, count(distinct household_id), null
from open_guarantee group by village_code, breakdown;
