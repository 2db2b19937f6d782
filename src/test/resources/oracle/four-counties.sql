-- Province 11 with the listed counties 110101 (villages ...001001 and ...001002) and 110102; province 12 with 120101 and,
-- under no prefecture, 129001. 129001 delivered last December and not since. Prefecture 1202 is not expected.
insert into region (region_code, level, parent_code, valid_from) values
  ('11', 'province', 'CN', '1981-01-01'), ('12', 'province', 'CN', '1981-01-01'),
  ('1101', 'prefecture', '11', '1981-01-01'), ('1201', 'prefecture', '12', '1981-01-01'),
  ('1202', 'prefecture', '12', '1981-01-01'), ('120201', 'county', '1202', '1981-01-01'),
  ('110101', 'county', '1101', '1981-01-01'), ('110102', 'county', '1101', '1981-01-01'),
  ('120101', 'county', '1201', '1981-01-01'), ('129001', 'county', '12', '1981-01-01'),
  ('110101001', 'township', '110101', '1981-01-01'), ('110102001', 'township', '110102', '1981-01-01'),
  ('120101001', 'township', '120101', '1981-01-01'), ('129001001', 'township', '129001', '1981-01-01'),
  ('110101001001', 'village', '110101001', '1981-01-01'), ('110101001002', 'village', '110101001', '1981-01-01'),
  ('110102001001', 'village', '110102001', '1981-01-01'), ('120101001001', 'village', '120101001', '1981-01-01'),
  ('129001001001', 'village', '129001001', '1981-01-01');
-- Gone on the last day of July, and not there before August: neither is on July's roster.
insert into region (region_code, level, parent_code, valid_from, valid_to) values
  ('110101001008', 'village', '110101001', '1981-01-01', '2020-07-31'),
  ('110101001009', 'village', '110101001', '2020-08-01', null);
insert into listing (region_code, level, listed_on, delisted_on) values
  ('110101', 'county', '2019-01-01', '2020-03-01'), ('110102', 'county', '2019-01-01', null),
  ('120101001001', 'village', '2019-01-01', null);

-- Control totals. July: all datasets of the first three counties.
insert into delivery (dataset, county_code, row_count, period)
select dataset, county, 0, '2020-07'
from (values ('village'), ('household'), ('person'), ('employment'), ('public_post'), ('industry_project'),
    ('industry_participation'), ('works')) as d(dataset),
  (values ('110101'), ('110102'), ('120101')) as c(county);
-- December: 120101 lacks employment. Posts: 110102 lacks March, 120101 has July alone.
insert into delivery (dataset, county_code, row_count, period) values
  ('household', '110101', 0, '2019-12'), ('employment', '110101', 0, '2019-12'),
  ('household', '110102', 0, '2019-12'), ('employment', '110102', 0, '2019-12'),
  ('household', '120101', 0, '2019-12'),
  ('household', '129001', 0, '2019-12'), ('employment', '129001', 0, '2019-12');
insert into delivery (dataset, county_code, row_count, period)
select 'public_post', county, 0, '2020-0' || month
from (values ('110101'), ('110102')) as c(county), range(1, 7) as m(month)
where county = '110101' or month <> 3;

insert into village (village_code, rural_persons, period) values
  ('110101001001', 100, '2020-07'), ('110101001002', 50, '2020-07'), ('110102001001', 40, '2020-07'),
  ('120101001001', 0, '2020-07');
insert into household (household_id, village_code, registration, persons, period) values
  (1, '110101001001', 'registered_poor', 4, '2020-07'), (2, '110101001001', 'exited', 3, '2020-07'),
  (3, '110101001002', 'exited', 5, '2020-07'), (4, '110101001002', 'general', 2, '2020-07'),
  (5, '110102001001', 'registered_poor', 2, '2020-07'), (6, '120101001001', 'exited', 6, '2020-07'),
  (7, '120101001001', 'marginal', 3, '2020-07'),
  (1, '110101001001', 'registered_poor', 4, '2019-12'), (3, '110101001002', 'registered_poor', 5, '2019-12'),
  (5, '110102001001', 'general', 2, '2019-12'), (6, '120101001001', 'exited', 6, '2019-12');
-- Persons of household 3 carry another village: they count at home all the same.
insert into person (person_id, household_id, village_code, labour_capacity, period) values
  (11, 1, '110101001001', 'ordinary', '2020-07'), (12, 1, '110101001001', 'weak', '2020-07'),
  (13, 1, '110101001001', 'none', '2020-07'), (14, 1, '110101001001', 'none', '2020-07'),
  (21, 2, '110101001001', 'skilled', '2020-07'),
  (31, 3, '120101001001', 'ordinary', '2020-07'), (32, 3, '120101001001', 'skilled', '2020-07'),
  (41, 4, '110101001002', 'ordinary', '2020-07'), (51, 5, '110102001001', 'none', '2020-07'),
  (61, 6, '120101001001', 'weak', '2020-07');
-- The roster does not know the workplace 330102.
insert into employment (person_id, household_id, village_code, channel, workplace_code, wage_fen, period) values
  (11, 1, '110101001001', 'migrant', '110101', 100001, '2020-07'),
  (12, 1, '110101001001', 'migrant', '110102', 200000, '2020-07'),
  (31, 3, '120101001001', 'migrant', '120101', 300050, '2020-07'),
  (32, 3, '120101001001', 'workshop', '110101', 150000, '2020-07'),
  (41, 4, '110101001002', 'migrant', '120101', 999999, '2020-07'),
  (51, 5, '110102001001', 'public_post', '110102', 80000, '2020-07'),
  (61, 6, '120101001001', 'migrant', '330102', 250000, '2020-07'),
  (11, 1, '110101001001', 'migrant', '110101', 1, '2019-12'),
  (31, 3, '110101001002', 'migrant', '120101', 1, '2019-12'),
  (32, 3, '110101001002', 'workshop', '110101', 1, '2019-12'),
  (51, 5, '110102001001', 'migrant', '120101', 1, '2019-12');

-- Post 9 opened and closed in January; post 2 opened in January and is there since.
insert into public_post (post_id, village_code, kind, opened_on, person_id, period) values
  (1, '110101001001', 'road_keeper', '2020-07-01', 11, '2020-07'),
  (2, '110101001001', 'cleaner', '2020-01-10', null, '2020-07'),
  (3, '110102001001', 'cleaner', '2020-07-31', 51, '2020-07'),
  (9, '110101001002', 'forest_ranger', '2020-01-20', null, '2020-01'),
  (8, '110101001002', 'forest_ranger', '2019-01-20', null, '2020-01');
insert into public_post (post_id, village_code, kind, opened_on, period)
select 2, '110101001001', 'cleaner', '2020-01-10', '2020-0' || month from range(1, 7) as m(month);

insert into industry_project (project_id, village_code, in_catalogue, organiser, area_mu, invested_fen, status, period) values
  (1, '110101001001', true, 'enterprise', 100.50, 1234567, 'running', '2020-07'),
  (2, '110101001002', false, 'cooperative', 10, 100, 'running', '2020-07'),
  (3, '110102001001', true, 'village', null, 5000, 'running', '2020-07'),
  (4, '110101001001', true, 'enterprise', 7, 700, 'stopped', '2020-07'),
  (5, '110101001001', false, 'household', 3, 300, 'running', '2020-07');
-- Household 1 works for wages in two projects: one household, one linkage.
insert into industry_participation (household_id, project_id, village_code, linkage, income_fen, period) values
  (1, 1, '110101001001', 'land_rent', 10000, '2020-07'), (1, 2, '110101001001', 'wage_work', 4000, '2020-07'),
  (1, 5, '110101001001', 'wage_work', 1000, '2020-07'),
  (2, 4, '110101001001', 'own', 9999, '2020-07'), (3, 2, '110101001002', 'dividend', 2500, '2020-07'),
  (4, 1, '110101001002', 'own', 7777, '2020-07'), (5, 1, '110102001001', 'wage_work', 30001, '2020-07');
insert into works (works_id, village_code, kind, quantity, unit, completed_on, period) values
  (1, '110101001001', 'road', 2.5, 'km', '2020-07-31', '2020-07'),
  (2, '110101001001', 'drain', 100, 'm', '2020-08-01', '2020-07'),
  (3, '110101001002', 'road', 1.25, 'km', '2019-05-01', '2020-07'),
  (4, '110102001001', 'school', 1, 'building', null, '2020-07'),
  (5, '110101001002', 'drain', 60, 'm', '2020-02-29', '2020-07');
