-- Twelve months to June 2020, in which counties 533321 and 533322 become 533301 and 533302 in March with their
-- villages. Nobody delivered the accounts of 533322 in December.
insert into region (region_code, level, parent_code, valid_from, valid_to) values
  ('53', 'province', 'CN', '1981-01-01', null), ('5333', 'prefecture', '53', '1981-01-01', null),
  ('533321', 'county', '5333', '1981-01-01', '2020-03-01'), ('533301', 'county', '5333', '2020-03-01', null),
  ('533322', 'county', '5333', '1981-01-01', '2020-03-01'), ('533302', 'county', '5333', '2020-03-01', null),
  ('533321001001', 'village', '533321', '1981-01-01', '2020-03-01'),
  ('533301001001', 'village', '533301', '2020-03-01', null),
  ('533322001001', 'village', '533322', '1981-01-01', '2020-03-01'),
  ('533302001001', 'village', '533302', '2020-03-01', null);
insert into region_change (old_code, new_code, changed_on, kind) values
  ('533321', '533301', '2020-03-01', 'recode'), ('533321001001', '533301001001', '2020-03-01', 'recode'),
  ('533322', '533302', '2020-03-01', 'recode'), ('533322001001', '533302001001', '2020-03-01', 'recode');
insert into poverty_line (year, line_fen, monitoring_line_fen) values (2019, 300000, 400000), (2020, 400000, 500000);
create temp table month_of as
select strftime(start, '%Y-%m') as period, start >= '2020-03-01' as recoded
from (select unnest(generate_series('2019-07-01'::timestamp, '2020-06-01'::timestamp, interval 1 month)) as start);
insert into delivery (dataset, county_code, row_count, period)
select dataset, if(recoded, new_code, old_code), 0, period
from month_of, region_change, (values ('household'), ('person'), ('employment'), ('household_account'),
    ('risk_report'), ('verification')) as d(dataset)
where length(old_code) = 6
  and not (dataset = 'household_account' and old_code = '533322' and period = '2019-12');
-- Household 1 earns 100 yuan a month, 3 the same in the other county, where December is missing; 2 is at risk in February
-- and gone in March.
insert into household (household_id, village_code, registration, persons, period)
select household_id, if(recoded, new_code, old_code), 'registered_poor', 2, period
from month_of, (values (1, '533321001001', '533301001001'), (2, '533321001001', null), (3, '533322001001', '533302001001'))
  as h(household_id, old_code, new_code)
where not recoded or household_id <> 2;
insert into household_account
select household_id, village_code, 10000, 0, 0, 0, 0, 0, 0, period from household
where household_id = 1 or (household_id = 3 and period <> '2019-12');
insert into risk_report (report_id, household_id, period) values (1, 2, '2020-02');
