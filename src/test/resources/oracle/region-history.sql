-- Province 53 with the prefectures 5301 and 5302, March 2020: county 530121 becomes 530101 with its village; 530122 and
-- 530123 of the other prefecture merge into 530102, their villages keep their codes; 530124 is split into 530103 and
-- 530104: one of its villages keeps its code, one gets another, of the third nothing is said; 530125 becomes 530105 and
-- goes on delivering under its old codes; 530127 becomes 530107, of whose village the roster knows the new code alone, as if it
-- had always lain there, and sends a village in April that the roster never knew. 530106 and 530201 stay. A village has as many new posts in every month from
-- January to April as `posts` says; the third village of 530124 sent none in March.
insert into region (region_code, level, name_zh, parent_code, valid_from, valid_to)
select code, level, code, parent, valid_from, valid_to
from (values
  ('53', 'province', 'CN', '1981-01-01', null),
  ('5301', 'prefecture', '53', '1981-01-01', null), ('5302', 'prefecture', '53', '1981-01-01', null),
  ('530121', 'county', '5301', '1981-01-01', '2020-03-01'), ('530101', 'county', '5301', '2020-03-01', null),
  ('530122', 'county', '5301', '1981-01-01', '2020-03-01'), ('530123', 'county', '5302', '1981-01-01', '2020-03-01'),
  ('530102', 'county', '5301', '2020-03-01', null),
  ('530124', 'county', '5301', '1981-01-01', '2020-03-01'),
  ('530103', 'county', '5301', '2020-03-01', null), ('530104', 'county', '5301', '2020-03-01', null),
  ('530125', 'county', '5301', '1981-01-01', '2020-03-01'), ('530105', 'county', '5301', '2020-03-01', null),
  ('530127', 'county', '5301', '1981-01-01', '2020-03-01'), ('530107', 'county', '5301', '2020-03-01', null),
  ('530106', 'county', '5301', '1981-01-01', null), ('530201', 'county', '5302', '1981-01-01', null),
  ('530121001001', 'village', '530121', '1981-01-01', '2020-03-01'),
  ('530101001001', 'village', '530101', '2020-03-01', null),
  ('530122001001', 'village', '530122', '1981-01-01', '2020-03-01'),
  ('530122001001', 'village', '530102', '2020-03-01', null),
  ('530123001001', 'village', '530123', '1981-01-01', '2020-03-01'),
  ('530123001001', 'village', '530102', '2020-03-01', null),
  ('530124001001', 'village', '530124', '1981-01-01', '2020-03-01'),
  ('530124001001', 'village', '530103', '2020-03-01', null),
  ('530124001002', 'village', '530124', '1981-01-01', '2020-03-01'),
  ('530104001002', 'village', '530104', '2020-03-01', null),
  ('530124001003', 'village', '530124', '1981-01-01', '2020-03-01'),
  ('530125001001', 'village', '530125', '1981-01-01', '2020-03-01'),
  ('530105001001', 'village', '530105', '2020-03-01', null),
  ('530107001001', 'village', '530107', '1981-01-01', null),
  ('530106001001', 'village', '530106', '1981-01-01', null),
  ('530201001001', 'village', '530201', '1981-01-01', null))
  as r(code, level, parent, valid_from, valid_to);
insert into region_change (old_code, new_code, changed_on, kind) values
  ('530121', '530101', '2020-03-01', 'recode'), ('530121001001', '530101001001', '2020-03-01', 'recode'),
  ('530122', '530102', '2020-03-01', 'merge'), ('530123', '530102', '2020-03-01', 'merge'),
  ('530124', '530103', '2020-03-01', 'split'), ('530124', '530104', '2020-03-01', 'split'),
  ('530124001002', '530104001002', '2020-03-01', 'recode'),
  ('530127', '530107', '2020-03-01', 'recode'),
  ('530125', '530105', '2020-03-01', 'recode'), ('530125001001', '530105001001', '2020-03-01', 'recode');
insert into listing (region_code, level, listed_on) values
  ('530121', 'county', '2019-01-01'), ('530106', 'county', '2019-01-01');

create temp table posts as
select village, '2020-0' || month as period, number
from (values ('530121001001', 1, 2, 1), ('530101001001', 3, 4, 1), ('530122001001', 1, 4, 2), ('530123001001', 1, 4, 3),
    ('530124001001', 1, 4, 1), ('530124001002', 1, 2, 1), ('530104001002', 3, 4, 1), ('530124001003', 1, 2, 1),
    ('530124001003', 4, 4, 1), ('530125001001', 1, 4, 1), ('530127001009', 4, 4, 1), ('530106001001', 1, 4, 1), ('530201001001', 1, 4, 1))
  as p(village, first, last, number),
  range(1, 5) as m(month)
where month between first and last;
insert into public_post (post_id, village_code, kind, opened_on, period)
select row_number() over (), village, 'cleaner', (period || '-10')::date, period
from posts, range(0, 3) as n(n)
where n < number;
insert into delivery (dataset, county_code, row_count, delivered_on, period)
select 'public_post', village[1:6], sum(number), '2020-05-01', period
from posts group by village[1:6], period;
-- The county without posts until April says so.
insert into delivery (dataset, county_code, row_count, delivered_on, period)
select 'public_post', '530127', 0, '2020-05-01', '2020-0' || month from range(1, 4) as m(month);
