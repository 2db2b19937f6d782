-- Household accounts, once for all months: what a household earned and spent over the months that end with each of
-- its accounts, and how many of those months it accounted for. Six months are the three of `income_3` and the three
-- of `income_before`.
create or replace table account as
with month_of as (
  select household_id, period,
    period[1:4]::int * 12 + period[6:7]::int as n,
    wage_fen, business_fen, property_fen, transfer_fen,
    wage_fen + business_fen + property_fen + transfer_fen as income,
    medical_fen + education_fen + disaster_fen as expense,
    least(wage_fen, business_fen, property_fen, transfer_fen, medical_fen, education_fen, disaster_fen) < 0
      as negative,
    wage_fen = 0 and business_fen = 0 and property_fen = 0 and transfer_fen = 0 as nothing
  from household_account where period <= (select max(period) from wanted))
select household_id, period, negative,
  count(*) over last_3 as months_3,
  count(*) over last_6 as months_6,
  count(*) over last_12 as months_12,
  sum(income) over last_3 as income_3,
  sum(income) over last_6 - sum(income) over last_3 as income_before,
  sum(income) over last_12 as income_12,
  sum(expense) over last_12 as expense_12,
  sum(wage_fen) over last_12 as wage_12,
  sum(business_fen) over last_12 as business_12,
  sum(property_fen) over last_12 as property_12,
  sum(transfer_fen) over last_12 as transfer_12,
  bool_and(nothing) over last_3 as nothing_3,
  income <> 0 and min(income) over last_3 = max(income) over last_3 as identical_3
from month_of
window
  last_3 as (partition by household_id order by n range between 2 preceding and current row),
  last_6 as (partition by household_id order by n range between 5 preceding and current row),
  last_12 as (partition by household_id order by n range between 11 preceding and current row);
