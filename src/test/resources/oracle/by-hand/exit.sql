-- June 2020. Every threshold is met exactly somewhere. 520103 has its control total and was not surveyed.
insert into delivery (dataset, county_code, row_count, period)
select dataset, county, 0, '2020-06'
from (values ('household'), ('village'), ('exit_survey')) as d(dataset),
  (values ('520101'), ('520102'), ('520103'), ('130101'), ('130102'), ('130103'), ('130104')) as c(county);
insert into village (village_code, rural_persons, period) values
  ('520101001001', 600, '2020-06'), ('520101001002', 400, '2020-06'), ('520102001001', 200, '2020-06'),
  ('520103001001', 100, '2020-06'), ('130101001001', 1000, '2020-06'), ('130102001001', 1000, '2020-06'),
  ('130103001001', 300, '2020-06'), ('130104001001', 1000, '2020-06');
insert into household (household_id, village_code, registration, persons, period) values
  (1, '520101001001', 'registered_poor', 20, '2020-06'), (2, '520101001002', 'exited', 500, '2020-06'),
  (3, '520102001001', 'registered_poor', 1, '2020-06'), (4, '520102001001', 'exited', 100, '2020-06'),
  (5, '520103001001', 'exited', 10, '2020-06'),
  (6, '130101001001', 'registered_poor', 10, '2020-06'), (7, '130101001001', 'exited', 300, '2020-06'),
  (8, '130102001001', 'registered_poor', 25, '2020-06'), (9, '130102001001', 'exited', 1, '2020-06'),
  (10, '130104001001', 'registered_poor', 20, '2020-06'), (11, '130104001001', 'exited', 1, '2020-06'),
  (12, '130103001001', 'marginal', 7, '2020-06');
-- 520101: 20 + 500 x 2/100 = 30 of 1000, 3 %. 520102: 1 + 100/150 + 99/70 = 3.0809523... of 200.
-- 130101: 10 + 690/69 = 20 of 1000, 2 %. 130102: 25 + 1/2000000 = 25.0000005. 130104: 20.0000001, just too many.
insert into exit_survey (county_code, households_surveyed, approving_households, exited_persons_sampled,
    wrongly_exited_persons, unregistered_persons_sampled, omitted_persons, period) values
  ('520101', 100, 90, 100, 2, 100, 0, '2020-06'), ('520102', 100, 89, 150, 1, 70, 1, '2020-06'),
  ('130101', 100, 95, 50, 0, 69, 1, '2020-06'), ('130102', 100, 100, 2000000, 1, 10, 0, '2020-06'),
  ('130103', 10, 10, 0, 0, 5, 1, '2020-06'), ('130104', 10, 10, 10000000, 1, 10, 0, '2020-06');
