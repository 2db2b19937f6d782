-- The year 2020, month by month, from an empty ledger. Unless it says otherwise below, a household of 520101001001 has
-- two persons who have exited, a labourer at work, and about 1000 yuan a month, never the same, so that no rule holds:
-- lines for two persons are 8000 and 10,000 yuan a year. 520102 delivered no accounts in February and August.
insert into poverty_line (year, line_fen, monitoring_line_fen) values (2020, 400000, 500000);
create temp table month_of as
select n, '2020-' || lpad(n::varchar, 2, '0') as period from range(1, 13) as r(n);
insert into delivery (dataset, county_code, row_count, period)
select dataset, code, 0, period
from month_of, county, (values ('household'), ('person'), ('employment'), ('household_account'), ('risk_report'),
    ('verification')) as d(dataset)
where code in ('520101', '520102')
  and not (dataset = 'household_account' and code = '520102' and n in (2, 8));

create temp table cast_of as
select household_id,
  case when household_id in (28, 30) then '520102001001' else '520101001001' end as village_code,
  case household_id when 22 then 'registered_poor' when 23 then 'general' when 24 then 'marginal' else 'exited'
    end as registration,
  household_id <> 9 as able
from range(1, 32) as r(household_id);
insert into household (household_id, village_code, registration, persons, period)
select household_id, village_code, registration, 2, period from cast_of, month_of;
insert into person (person_id, household_id, labour_capacity, period)
select household_id, household_id, case when able then 'weak' else 'none' end, period from cast_of, month_of;
insert into employment (person_id, household_id, channel, period)
select household_id, household_id, 'migrant', period from cast_of, month_of where household_id not in (13, 19);
insert into household_account
select household_id, village_code, 100000 + 2 * n - 13, 0, 0, 0, 0, 0, 0, period from cast_of, month_of
where not (household_id in (28, 30) and n in (2, 8));

-- low_income. 2 is at the line in March (2500 yuan x 4) and a fen below it in April. 3 is below until a good June, and
-- again when June has left the window; the alert is answered in April.
update household_account set wage_fen = [83000, 83300, 83700, 82999][period[6:7]::int]
where household_id = 2 and period <= '2020-04';
update household_account set wage_fen = if(period = '2020-06', 900000, 50000 + period[6:7]::int) where household_id = 3;
insert into verification (household_id, rule, outcome, period) values (3, 'low_income', 'confirmed', '2020-04');
-- 28 and 30 are below all the time; 30 is answered in June. What August leaves unknown has not lapsed.
update household_account set wage_fen = 10000 + period[6:7]::int where household_id in (28, 30);
insert into verification (household_id, rule, outcome, period) values (30, 'low_income', 'dismissed', '2020-06');

-- risk_report. 4: answered in the month of raising, and again in May; one alert for May and June. 5: an answer to
-- nothing. 6: answered in a month without report. 7: reports in the month of the answer and the next, then in July.
-- 23 is general, 24 marginal. 25 leaves the registry in May and is answered in July; 26 becomes general in the second
-- village in May; 27 moves there in June.
insert into risk_report (report_id, household_id, period)
select row_number() over (), household_id, '2020-0' || unnest(months)
from (values (4, [3, 5, 6]), (6, [3, 5]), (7, [3, 4, 5, 7]), (23, [3]), (24, [3]), (25, [3]), (26, [3]), (27, [3]))
  as r(household_id, months);
insert into verification (household_id, rule, outcome, period) values
  (4, 'risk_report', 'dismissed', '2020-03'), (5, 'risk_report', 'confirmed', '2020-04'),
  (6, 'risk_report', 'data_error', '2020-04'), (7, 'risk_report', 'confirmed', '2020-04'),
  (25, 'risk_report', 'confirmed', '2020-07');
delete from household where household_id = 25 and period >= '2020-05';
delete from person where household_id = 25 and period >= '2020-05';
delete from employment where household_id = 25 and period >= '2020-05';
delete from household_account where household_id = 25 and period >= '2020-05';
update household set registration = 'general', village_code = '520101001002'
where household_id = 26 and period >= '2020-05';
update household set village_code = '520101001002' where household_id = 27 and period >= '2020-06';

-- job_loss: 8 and 9 lose their work in April; 9 has no labourer. 13 and 19 never had any.
delete from employment where household_id in (8, 9) and period >= '2020-04';

-- income_drop in June: 11 has half of the three months before to the fen, 12 a fen more; 13 nothing in either half.
update household_account set wage_fen = [199999, 200000, 200001, 99999, 100000, 100001][period[6:7]::int]
where household_id = 11 and period <= '2020-06';
update household_account set wage_fen = [199999, 200000, 200001, 99999, 100000, 100002][period[6:7]::int]
where household_id = 12 and period <= '2020-06';
update household_account set wage_fen = 0 where household_id in (13, 14, 19);

-- implausible: 14 works for nothing; 15 has the same sum from April to June, whatever its parts; 16 a negative amount
-- in February.
update household_account set wage_fen = 150000 - period[6:7]::int, transfer_fen = period[6:7]::int
where household_id = 15 and period between '2020-04' and '2020-06';
update household_account set medical_fen = -1 where household_id = 16 and period = '2020-02';

-- expense_surge in December: 17 spends 30 % of 12,000 yuan, 18 a fen more, 19 a fen without any income.
update household_account set medical_fen = 360000 where household_id = 17 and period = '2020-12';
update household_account set education_fen = 360000, disaster_fen = 1 where household_id = 18 and period = '2020-12';
update household_account set medical_fen = 1 where household_id = 19 and period = '2020-03';

-- below_line in December: 20 has the line to the fen, 21 and 22 a fen less, 22 as registered poor; 29 eleven accounts.
update household_account set wage_fen = 66660 + period[6:7]::int where household_id in (20, 21, 22);
update household_account set wage_fen = wage_fen + 2 where household_id = 20 and period = '2020-12';
update household_account set wage_fen = wage_fen + 1 where household_id in (21, 22) and period = '2020-12';
update household_account set wage_fen = 10000 + period[6:7]::int where household_id = 29;
delete from household_account where household_id = 29 and period = '2020-05';
