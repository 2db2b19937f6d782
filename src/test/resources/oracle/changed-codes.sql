-- Province 53, March 2020: county 533321 becomes 533301 with its village; 533322 becomes 533302, whose village is new; a
-- village of 533303 moves to 533304 and keeps its code. December has 2, 3, 4 + 1 and 5 migrants there, July one each.
insert into region (region_code, level, parent_code, valid_from, valid_to) values
  ('53', 'province', null, '1981-01-01', null), ('5333', 'prefecture', '53', '1981-01-01', null),
  ('533321', 'county', '5333', '1981-01-01', '2020-03-01'), ('533301', 'county', '5333', '2020-03-01', null),
  ('533322', 'county', '5333', '1981-01-01', '2020-03-01'), ('533302', 'county', '5333', '2020-03-01', null),
  ('533303', 'county', '5333', '1981-01-01', null), ('533304', 'county', '5333', '1981-01-01', null),
  ('533321001001', 'village', '533321', '1981-01-01', '2020-03-01'),
  ('533301001001', 'village', '533301', '2020-03-01', null),
  ('533322001001', 'village', '533322', '1981-01-01', '2020-03-01'),
  ('533302001007', 'village', '533302', '2020-03-01', null),
  ('533303001001', 'village', '533303', '1981-01-01', '2020-03-01'),
  ('533303001001', 'village', '533304', '2020-03-01', null),
  ('533303001002', 'village', '533303', '1981-01-01', null),
  ('533304001001', 'village', '533304', '1981-01-01', null);
insert into region_change (old_code, new_code, changed_on, kind) values
  ('533321', '533301', '2020-03-01', 'recode'), ('533321001001', '533301001001', '2020-03-01', 'recode'),
  ('533322', '533302', '2020-03-01', 'recode');
insert into listing (region_code, level, listed_on) values ('533301', 'county', '2019-01-01');
insert into delivery (dataset, county_code, row_count, period)
select dataset, county, 0, period
from (values ('household'), ('employment')) as d(dataset),
  (values ('533321', '2019-12'), ('533322', '2019-12'), ('533303', '2019-12'), ('533304', '2019-12'),
    ('533301', '2020-07'), ('533302', '2020-07'), ('533303', '2020-07'), ('533304', '2020-07')) as c(county, period);

insert into household (household_id, village_code, registration, persons, period) values
  (1, '533321001001', 'exited', 9, '2019-12'), (2, '533322001001', 'exited', 9, '2019-12'),
  (3, '533303001001', 'exited', 9, '2019-12'), (4, '533303001002', 'exited', 9, '2019-12'),
  (5, '533304001001', 'exited', 9, '2019-12'),
  (1, '533301001001', 'exited', 9, '2020-07'), (2, '533302001007', 'exited', 9, '2020-07'),
  (3, '533303001001', 'exited', 9, '2020-07'), (4, '533303001002', 'exited', 9, '2020-07'),
  (5, '533304001001', 'exited', 9, '2020-07');
insert into employment (person_id, household_id, channel, workplace_code, wage_fen, period)
select household_id * 10 + n, household_id, 'migrant', '533304', 1, '2019-12'
from (values (1, 2), (2, 3), (3, 4), (4, 1), (5, 5)) as h(household_id, migrants), range(0, migrants) as r(n);
insert into employment (person_id, household_id, channel, workplace_code, wage_fen, period)
select household_id * 10, household_id, 'migrant', '533304', 1, '2020-07' from range(1, 6) as h(household_id);
