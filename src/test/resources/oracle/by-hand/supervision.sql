-- July 2020. 520101: seven problems in its first village, two in its second; 520102 has one; 130101 delivered no problems.
insert into delivery (dataset, county_code, row_count, period) values
  ('problem', '520101', 9, '2020-07'), ('problem', '520102', 1, '2020-07'), ('village', '130101', 0, '2020-07');
insert into problem (problem_id, village_code, household_id, category, source, found_on, due_on, resolved_on, reopened_on,
    status, period) values
  -- No due date; due the day before the period's end, on it, and without a household.
  (1, '520101001001', 1, 'education', 'supervision', '2020-07-01', null, null, null, 'open', '2020-07'),
  (2, '520101001001', 1, 'housing', 'inspection', '2020-06-01', '2020-07-30', null, null, 'open', '2020-07'),
  (3, '520101001001', 2, 'water', 'supervision', '2020-05-01', '2020-07-31', null, null, 'open', '2020-07'),
  (4, '520101001001', null, 'medical', 'informant', '2020-07-31', '2020-07-15', null, null, 'open', '2020-07'),
  -- No guarantee; resolved in July after its due date; resolved and reopened in July.
  (5, '520101001001', 3, 'employment', 'screening', '2020-01-01', null, null, null, 'open', '2020-07'),
  (6, '520101001001', 2, 'education', 'supervision', '2020-03-01', '2020-05-01', '2020-07-10', null, 'resolved', '2020-07'),
  (7, '520101001001', 2, 'water', 'inspection', '2020-02-01', '2020-07-01', '2020-07-05', '2020-07-20', 'open', '2020-07'),
  -- Found in another July; the same household in another village; found and resolved in one month.
  (8, '520101001002', 1, 'water', 'supervision', '2019-07-15', null, '2020-06-30', null, 'resolved', '2020-07'),
  (9, '520101001002', 1, 'housing', 'supervision', '2020-07-02', '2020-08-01', null, null, 'open', '2020-07'),
  (10, '520102001001', 9, 'data', 'assessment', '2020-07-05', null, '2020-07-31', null, 'resolved', '2020-07');
