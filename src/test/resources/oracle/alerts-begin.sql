-- The alert ledger, empty before the delivery's first period. A row of `alert` is an alert in a month at whose end
-- it is open or in which it was answered; `standing` holds what the next month has to know: the open alerts, and
-- the answered ones whose condition has not lapsed yet.
create or replace table alert (
  household_id bigint, rule varchar, first_period varchar, period varchar, status varchar, region_code varchar);
create or replace table standing (
  household_id bigint, rule varchar, first_period varchar, answered boolean, region_code varchar);

-- What is known of each county in each month of the ledger: has it delivered the dataset for all the months that a
-- rule looks back on, under the codes it had then?
create or replace table known as
with asked as (
  select period, need.month, region_code as county, dataset,
    datediff('month', (need.month || '-01')::date, (period || '-01')::date) as back
  from need
  join ledger_month on ledger_month.month = period
  join roster on roster.month = period and level = 'county',
    (values ('household'), ('person'), ('employment'), ('household_account'), ('risk_report')) as d(dataset)
  where need = 'trailing_12'),
answer as (
  select asked.*, control.month is not null as delivered
  from asked
  left join county_then as past using (period, month, county)
  left join control
    on control.month = asked.month and control.dataset = asked.dataset
   and control.county_code = coalesce(past.county_code, asked.county))
select period as month, county,
  bool_and(delivered) filter (where dataset = 'household' and back = 0) as household,
  bool_and(delivered) filter (where dataset = 'person' and back = 0) as person,
  bool_and(delivered) filter (where dataset = 'employment' and back = 0) as employment,
  bool_and(delivered) filter (where dataset = 'employment' and back = 1) as employment_before,
  bool_and(delivered) filter (where dataset = 'risk_report' and back = 0) as risk_report,
  bool_and(delivered) filter (where dataset = 'household_account' and back < 1) as account_1,
  bool_and(delivered) filter (where dataset = 'household_account' and back < 3) as account_3,
  bool_and(delivered) filter (where dataset = 'household_account' and back < 6) as account_6,
  bool_and(delivered) filter (where dataset = 'household_account' and back < 12) as account_12
from answer group by period, county;
