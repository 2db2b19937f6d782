-- Contract section 4, income: registered households with accounts in all twelve months, where they lie now.
create or replace temp table earner as
select r.household_id, r.village_code, persons, income_12, wage_12, business_12, property_12, transfer_12,
  line_fen, monitoring_line_fen,
  line_fen * persons as need_fen,
  persons > 0 and income_12 < line_fen * persons as poor,
  persons > 0 and income_12 < monitoring_line_fen * persons as near_poor
from registered as r
join account on account.household_id = r.household_id and period = getvariable('month') and months_12 = 12
left join poverty_line on year = getvariable('month')[1:4]::int;

-- persons x ((line - y) / line)^2 = gap^2 / (persons x line^2), half up at the twelfth decimal in whole numbers.
create or replace temp table shortfall as
with gap as (
  select household_id, (need_fen - income_12)::hugeint as gap, persons::hugeint * line_fen * line_fen as base
  from earner where poor)
select household_id, gap,
  ((2 * gap * gap * 1000000000000 + base) // (2 * base))::decimal(25,0) * 0.000000000001::decimal(13,12)
    as squared
from gap;

insert into part
with watched as (
  select village_code, sum(persons) as persons,
    sum(income_12) as income, sum(wage_12) as wage, sum(business_12) as business, sum(property_12) as property,
    sum(transfer_12) as transfer,
    sum(case when poor then persons when line_fen is not null then 0 end) as poor_persons,
    sum(case when near_poor then persons when monitoring_line_fen is not null then 0 end) as near_poor_persons,
    sum(need_fen) as need,
    sum(case when poor then gap when line_fen is not null then 0 end) as gap
  from earner left join shortfall using (household_id)
  group by village_code),
found (indicator, village_code, numerator, denominator) as (
  select 'income_per_person', village_code, yuan(income), persons from watched
  union all
  select 'income_wage_share', village_code, yuan(wage), yuan(income) from watched
  union all
  select 'income_business_share', village_code, yuan(business), yuan(income) from watched
  union all
  select 'income_property_share', village_code, yuan(property), yuan(income) from watched
  union all
  select 'income_transfer_share', village_code, yuan(transfer), yuan(income) from watched
  union all
  select 'below_line_rate', village_code, poor_persons, persons from watched
  union all
  select 'below_monitoring_line_rate', village_code, near_poor_persons, persons from watched
  union all
  select 'poverty_gap', village_code, yuan(gap), yuan(need) from watched)
select indicator, getvariable('month'), village_code, '', numerator, denominator from found;

insert into part
select 'poverty_severity', getvariable('month'), village_code, '',
  sum(case when poor then squared when line_fen is not null then 0 end), sum(persons)
from earner left join shortfall using (household_id)
group by village_code;
