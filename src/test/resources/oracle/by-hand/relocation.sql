-- July 2020. 520102 delivered no persons, 520103 no relocation.
insert into delivery (dataset, county_code, row_count, period) values
  ('relocation', '520101', 6, '2020-07'), ('person', '520101', 6, '2020-07'), ('employment', '520101', 4, '2020-07'),
  ('relocation', '520102', 0, '2020-07'), ('employment', '520102', 0, '2020-07'), ('person', '520103', 0, '2020-07');
-- Moved in on the last day; a day later; never; moved in without a date of completion.
insert into relocation (household_id, village_code, housing_completed_on, moved_in_on, period) values
  (1, '520101001001', '2020-07-31', '2020-07-31', '2020-07'), (2, '520101001001', '2020-01-01', '2020-08-01', '2020-07'),
  (3, '520101001001', null, null, '2020-07'), (4, '520101001001', null, '2020-01-01', '2020-07'),
  (5, '520101001001', '2019-01-01', '2020-01-01', '2020-07'), (6, '520101001002', '2019-01-01', '2020-01-01', '2020-07');
-- Households 5 and 6 work without labour capacity; 6 has a labourer who does not work, 4 too, and nobody else.
insert into person (person_id, household_id, labour_capacity, period) values
  (11, 1, 'ordinary', '2020-07'), (21, 2, 'ordinary', '2020-07'), (41, 4, 'skilled', '2020-07'),
  (51, 5, 'none', '2020-07'), (61, 6, 'weak', '2020-07'), (62, 6, 'none', '2020-07');
insert into employment (person_id, household_id, channel, period) values
  (11, 1, 'migrant', '2020-07'), (21, 2, 'migrant', '2020-07'), (51, 5, 'workshop', '2020-07'),
  (62, 6, 'public_post', '2020-07');
