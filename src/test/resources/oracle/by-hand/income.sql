-- Twelve months to June 2020; 130101 did not deliver its accounts of September 2019.
insert into poverty_line (year, line_fen, monitoring_line_fen) values (2019, 100, 200), (2020, 400000, 500000);
create temp table month_of as
select strftime(start, '%Y-%m') as period
from (select unnest(generate_series('2019-07-01'::timestamp, '2020-06-01'::timestamp, interval 1 month)) as start);
insert into delivery (dataset, county_code, row_count, period)
select dataset, county, 0, period
from month_of, (values ('household'), ('household_account')) as d(dataset),
  (values ('520101'), ('520102'), ('520103'), ('130101')) as c(county)
where dataset <> 'household_account' or county <> '130101' or period <> '2019-09';
insert into household (household_id, village_code, registration, persons, period) values
  (1, '520101001001', 'exited', 3, '2020-06'), (2, '520101001002', 'registered_poor', 2, '2020-06'),
  (3, '520101001001', 'exited', 3, '2020-06'), (4, '520101001001', 'exited', 5, '2020-06'),
  (5, '520101001001', 'marginal', 2, '2020-06'), (6, '520102001001', 'registered_poor', 7, '2020-06'),
  (8, '520102001001', 'exited', 1, '2020-06'), (9, '520103001001', 'exited', 2, '2020-06'),
  (10, '130101001001', 'exited', 4, '2020-06'), (7, '520102001001', 'exited', 4, '2020-05');
-- Monthly: 1 earns the line to the fen, 3 and 9 nothing, 8 the monitoring line with the 200 yuan of June.
insert into household_account
select household_id, village_code, wage, business, property, transfer, 1, 1, 1, period
from month_of, (values
  (1, '520101001001', 100000, 0, 0, 0), (2, '520101001002', 0, 50000, 0, 0), (3, '520101001001', 0, 0, 0, 0),
  (4, '520101001001', 1000, 0, 0, 0), (5, '520101001001', 1000, 0, 0, 0), (6, '520101001001', 0, 0, 70000, 80000),
  (7, '520102001001', 1000, 0, 0, 0), (8, '520102001001', 40000, 0, 0, 0), (9, '520103001001', 0, 0, 0, 0),
  (10, '130101001001', 1000, 0, 0, 0)) as h(household_id, village_code, wage, business, property, transfer);
update household_account set wage_fen = 60000 where household_id = 8 and period = '2020-06';
-- 4 has eleven months. 6 has moved to 520102 since. 7 is gone in June.
delete from household_account
where (household_id = 4 and period = '2019-09') or (household_id = 10 and period = '2019-09')
   or (household_id = 7 and period = '2020-06');
