-- Contract section 4, one row an indicator: is it a ratio, its factor, the datasets whose control totals it
-- needs (all it reads, also those it only filters or divides by), and the past months in which it needs them.
-- 'now' is the month of the period; every indicator needs it.
create table catalogue (
  indicator varchar, family varchar, ratio boolean, factor double, past varchar, datasets varchar[]);

insert into catalogue values
  ('registered_households',       'registry', false, 1, null, ['household']),
  ('registered_persons',          'registry', false, 1, null, ['household']),
  ('poor_households',             'registry', false, 1, null, ['household']),
  ('poor_persons',                'registry', false, 1, null, ['household']),
  ('exited_persons',              'registry', false, 1, null, ['household']),
  ('poor_headcount_rate',         'registry', true, 100, null, ['household', 'village']),
  ('labourers',                   'registry', false, 1, null, ['household', 'person']),

  ('employed_labour',             'employment', false, 1, null, ['household', 'employment']),
  ('employment_rate',             'employment', true, 100, null, ['household', 'employment', 'person']),
  ('migrant_labour',              'employment', false, 1, null, ['household', 'employment']),
  ('migrant_in_county',           'employment', false, 1, null, ['household', 'employment']),
  ('migrant_in_province',         'employment', false, 1, null, ['household', 'employment']),
  ('migrant_out_of_province',     'employment', false, 1, null, ['household', 'employment']),
  ('out_migrant_labour',          'employment', false, 1, null, ['household', 'employment']),
  ('out_migrant_rate',            'employment', true, 100, null, ['household', 'employment', 'person']),
  ('migrant_to_base',             'employment', true, 100, 'last_december', ['household', 'employment']),
  ('migrant_yoy',                 'employment', true, 100, 'year_ago', ['household', 'employment']),
  ('workshop_labour',             'employment', false, 1, null, ['household', 'employment']),
  ('public_post_labour',          'employment', false, 1, null, ['household', 'employment']),
  ('local_industry_labour',       'employment', false, 1, null, ['household', 'employment']),
  ('self_employed_labour',        'employment', false, 1, null, ['household', 'employment']),
  ('average_monthly_wage',        'employment', true, 1, null, ['household', 'employment']),
  ('households_with_labour',      'employment', false, 1, null, ['household', 'person']),
  ('zero_employment_households',  'employment', false, 1, null, ['household', 'employment', 'person']),
  ('zero_employment_rate',        'employment', true, 100, null, ['household', 'employment', 'person']),
  ('migrant_destination',         'employment', false, 1, null, ['household', 'employment']),

  ('public_posts_open',           'public-posts', false, 1, null, ['public_post']),
  ('public_posts_filled',         'public-posts', false, 1, null, ['public_post']),
  ('public_posts_new',            'public-posts', false, 1, null, ['public_post']),
  ('public_posts_new_ytd',        'public-posts', false, 1, 'year_to_date', ['public_post']),
  ('public_posts_by_kind',        'public-posts', false, 1, null, ['public_post']),

  ('industry_covered_households', 'industry', false, 1, null,
      ['household', 'industry_participation', 'industry_project']),
  ('industry_coverage_rate',      'industry', true, 100, null,
      ['household', 'industry_participation', 'industry_project']),
  ('industry_coverage_rate_able', 'industry', true, 100, null,
      ['household', 'industry_participation', 'industry_project', 'person']),
  ('enterprise_linked_households', 'industry', false, 1, null,
      ['household', 'industry_participation', 'industry_project']),
  ('industry_linkage',            'industry', false, 1, null,
      ['household', 'industry_participation', 'industry_project']),
  ('industry_income_per_household', 'industry', true, 1, null,
      ['household', 'industry_participation', 'industry_project']),
  ('industry_projects',           'industry', false, 1, null, ['industry_project']),
  ('industry_area_mu',            'industry', false, 1, null, ['industry_project']),
  ('industry_invested',           'industry', false, 1, null, ['industry_project']),
  ('works_completed',             'industry', false, 1, null, ['works']),
  ('works_quantity',              'industry', false, 1, null, ['works']);

-- What the families find: additive parts by village and month. No row means no term; a null numerator means
-- that every term is unknown. An id that the catalogue does not know fails.
create type indicator_id as enum (select indicator from catalogue);
alter table catalogue alter indicator type indicator_id;
create table part (
  indicator indicator_id, month varchar, village_code varchar, breakdown varchar,
  numerator decimal(38,6), denominator decimal(38,6));

create macro yuan(fen) as (fen::decimal(30,0) * 0.01::decimal(3,2))::decimal(38,6);
