-- July 2020. 520102 delivered no households. The third village of 520101 has an informant and no row of `village`.
insert into delivery (dataset, county_code, row_count, period) values
  ('household', '520101', 4, '2020-07'), ('assistance', '520101', 3, '2020-07'), ('informant', '520101', 6, '2020-07'),
  ('village', '520101', 2, '2020-07'), ('informant', '520102', 0, '2020-07'), ('village', '520102', 1, '2020-07');
insert into household (household_id, village_code, registration, persons, monitored_class, period) values
  (1, '520101001001', 'exited', 4, 'unstable', '2020-07'), (2, '520101001001', 'marginal', 3, 'marginal', '2020-07'),
  (3, '520101001002', 'registered_poor', 5, null, '2020-07'), (4, '520101001002', 'general', 2, 'sudden', '2020-07');
insert into assistance (household_id, measure, village_code, period) values
  (1, 'industry', '520101001001', '2020-07'), (1, 'insurance', '520101001001', '2020-07'),
  (4, 'medical_aid', '520101001001', '2020-07');
insert into village (village_code, rural_persons, period) values
  ('520101001001', 100, '2020-07'), ('520101001002', 50, '2020-07'), ('520102001001', 40, '2020-07');
insert into informant (informant_id, level, region_code, period) values
  (1, 'village', '520101001001', '2020-07'), (2, 'village', '520101001001', '2020-07'),
  (3, 'township', '520101001', '2020-07'), (4, 'county', '520101', '2020-07'), (5, 'county', '520101', '2020-07'),
  (6, 'village', '520101001003', '2020-07');
