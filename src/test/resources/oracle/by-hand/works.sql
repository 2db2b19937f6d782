-- July 2020: late means planned before the period's last day and not completed by it.
insert into delivery (dataset, county_code, row_count, period) values
  ('works', '520101', 6, '2020-07'), ('works', '520102', 1, '2020-07');
insert into works (works_id, village_code, kind, planned_on, completed_on, period) values
  (1, '520101001001', 'road', '2020-07-30', null, '2020-07'), (2, '520101001001', 'road', '2020-07-31', null, '2020-07'),
  (3, '520101001001', 'road', '2020-06-01', '2020-07-31', '2020-07'),
  (4, '520101001001', 'drain', '2020-08-01', '2020-07-20', '2020-07'),
  (5, '520101001001', 'drain', '2020-05-01', '2020-08-01', '2020-07'),
  (6, '520101001002', 'school', '2020-09-01', null, '2020-07'),
  (7, '520102001001', 'drain', '2020-08-15', '2020-07-31', '2020-07');
