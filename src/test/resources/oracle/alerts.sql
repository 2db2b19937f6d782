-- One month of the alert ledger (early-warning rules of the domain, contract section 7): which conditions hold, what
-- becomes of the alerts of the month before, and what the verifications of this month answer. Run month by month.

-- What is known of each registered or marginal household; null is unknown. A household that did not account for
-- each month of a window has no window.
create or replace temp table feature as
with able as (
  select distinct household_id from snapshot.person where labour_capacity in ('weak', 'ordinary', 'skilled')),
employed as (select distinct household_id from snapshot.employment),
employed_before as (
  select distinct household_id from employment
  where period = strftime((getvariable('month') || '-01')::date - interval 1 month, '%Y-%m')),
reported as (select distinct household_id from snapshot.risk_report)
select h.household_id, h.village_code, persons, registration, line_fen, monitoring_line_fen,
  case when known.person then able.household_id is not null end as able,
  case when known.employment then employed.household_id is not null end as employed,
  case when known.employment_before then employed_before.household_id is not null end as employed_before,
  case when known.risk_report then reported.household_id is not null end as reported,
  case when known.account_1 then negative end as negative,
  case when known.account_3 and months_3 = 3 then income_3 end as income_3,
  case when known.account_3 and months_3 = 3 then nothing_3 end as nothing_3,
  case when known.account_3 and months_3 = 3 then identical_3 end as identical_3,
  case when known.account_6 and months_6 = 6 then income_before end as income_before,
  case when known.account_12 and months_12 = 12 then income_12 end as income_12,
  case when known.account_12 and months_12 = 12 then expense_12 end as expense_12
from snapshot.household as h
join place on place.month = getvariable('month') and region_code = h.village_code
join known on known.month = getvariable('month') and known.county = place.county and known.household
left join account on account.household_id = h.household_id and account.period = getvariable('month')
left join able on able.household_id = h.household_id
left join employed on employed.household_id = h.household_id
left join employed_before on employed_before.household_id = h.household_id
left join reported on reported.household_id = h.household_id
left join poverty_line on year = getvariable('month')[1:4]::int
where registration in ('registered_poor', 'exited', 'marginal');

-- The rules that hold, and the unknown ones of households that have an alert; all others do not hold.
create or replace temp table condition as
with said (household_id, village_code, rule, holds) as (
  select household_id, village_code, 'low_income', 4 * income_3 < monitoring_line_fen * persons from feature
  union all
  select household_id, village_code, 'income_drop',
    able and 2 * income_3 <= income_before and not (income_3 = 0 and income_before = 0)
  from feature
  union all
  select household_id, village_code, 'expense_surge', expense_12 > 0 and 10 * expense_12 > 3 * income_12 from feature
  union all
  select household_id, village_code, 'below_line', registration = 'exited' and income_12 < line_fen * persons
  from feature
  union all
  select household_id, village_code, 'job_loss', able and employed_before and not employed from feature
  union all
  select household_id, village_code, 'risk_report', reported from feature
  union all
  select household_id, village_code, 'implausible', negative or (nothing_3 and employed) or identical_3 from feature)
select * from said
where holds or (holds is null and household_id in (select household_id from standing));

-- The alerts of the month before, where their household lies now; where it lay last if it has left the registry. A rule
-- that is not among the conditions does not hold, if the county has delivered its households.
create or replace temp table moved as
with now_at as (
  select s.* exclude region_code, coalesce(h.village_code, home.place) as region_code
  from standing as s
  left join snapshot.household as h using (household_id)
  left join home
    on home.period = getvariable('month') and home.region_code = s.region_code
   and home.month = strftime((getvariable('month') || '-01')::date - interval 1 month, '%Y-%m'))
select now_at.*, known.household is true as seen
from now_at
left join place on place.month = getvariable('month') and place.region_code = now_at.region_code
left join known on known.month = getvariable('month') and known.county = place.county;

create or replace temp table step as
with met as (
  select household_id, rule, coalesce(first_period, getvariable('month')) as first_period,
    coalesce(answered, false) as answered, coalesce(village_code, region_code) as region_code,
    case when village_code is not null then holds when seen then false end as holds
  from moved full join condition using (household_id, rule)
  where first_period is not null or holds)
select met.*, outcome
from met left join snapshot.verification using (household_id, rule);

insert into alert
select household_id, rule, first_period, getvariable('month'), coalesce(outcome, 'open'), region_code
from step where not answered;

-- An answered alert stands until its condition is known not to hold; unknown is not lapsed.
create or replace table standing as
select household_id, rule, first_period, answered or outcome is not null as answered, region_code
from step
where not (answered or outcome is not null) or holds is distinct from false;

insert into part
with labelled as (
  select region_code, first_period, status, unnest(['', 'rule=' || rule]) as breakdown
  from alert where period = getvariable('month')),
counted as (
  select region_code, breakdown,
    count(*) filter (where first_period = getvariable('month')) as raised,
    count(*) filter (where status = 'open') as open,
    count(*) filter (where status = 'confirmed') as confirmed,
    count(*) filter (where status = 'dismissed') as dismissed
  from labelled group by region_code, breakdown),
found (indicator, region_code, breakdown, numerator) as (
  select 'alerts_raised', region_code, breakdown, raised from counted
  union all
  select 'alerts_open', region_code, breakdown, open from counted
  union all
  select 'alerts_confirmed', region_code, breakdown, confirmed from counted
  union all
  select 'alerts_dismissed', region_code, breakdown, dismissed from counted)
select indicator, getvariable('month'), region_code, breakdown, numerator, null from found;
