-- Contract section 4, one row an indicator: is it a ratio, its factor, the datasets whose control totals it
-- needs (all it reads, also those it only filters or divides by), and the past months in which it needs them, or
-- only some of them. 'now' is the month of the period; every indicator needs it. Reference data needs no totals.
create table catalogue (
  indicator varchar, family varchar, ratio boolean, factor double, past varchar, datasets varchar[],
  past_datasets varchar[], lowest_level varchar default 'village');

insert into catalogue (indicator, family, ratio, factor, past, datasets) values
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
  ('works_quantity',              'industry', false, 1, null, ['works']),

  ('guarantee_households_open',   'guarantees', false, 1, null, ['problem']),

  ('problems_found',              'supervision', false, 1, null, ['problem']),
  ('problems_resolved',           'supervision', false, 1, null, ['problem']),
  ('problems_reopened',           'supervision', false, 1, null, ['problem']),
  ('problems_open',               'supervision', false, 1, null, ['problem']),
  ('problems_overdue',            'supervision', false, 1, null, ['problem']),
  ('problem_clearance_rate',      'supervision', true, 100, null, ['problem']),

  ('listed_counties',             'listing', false, 1, null, []),
  ('listed_villages',             'listing', false, 1, null, []),
  ('delisted_counties',           'listing', false, 1, null, []),

  ('works_planned',               'works', false, 1, null, ['works']),
  ('works_late',                  'works', false, 1, null, ['works']),
  ('works_completion_rate',       'works', true, 100, null, ['works']),

  ('relocation_households',       'relocation', false, 1, null, ['relocation']),
  ('relocation_housing_completed', 'relocation', false, 1, null, ['relocation']),
  ('relocation_moved_in',         'relocation', false, 1, null, ['relocation']),
  ('relocation_housing_rate',     'relocation', true, 100, null, ['relocation']),
  ('relocation_move_in_rate',     'relocation', true, 100, null, ['relocation']),
  ('relocated_labour_households', 'relocation', false, 1, null, ['relocation', 'person']),
  ('relocated_employment_rate',   'relocation', true, 100, null, ['relocation', 'person', 'employment']),

  ('monitored_households',        'monitoring', false, 1, null, ['household']),
  ('monitored_persons',           'monitoring', false, 1, null, ['household']),
  ('monitored_share',             'monitoring', true, 100, null, ['household']),
  ('monitored_assisted_rate',     'monitoring', true, 100, null, ['household', 'assistance']),
  ('alerts_raised',               'monitoring', false, 1, null,
      ['household', 'person', 'employment', 'household_account', 'risk_report', 'verification']),
  ('alerts_open',                 'monitoring', false, 1, null,
      ['household', 'person', 'employment', 'household_account', 'risk_report', 'verification']),
  ('alerts_confirmed',            'monitoring', false, 1, null,
      ['household', 'person', 'employment', 'household_account', 'risk_report', 'verification']),
  ('alerts_dismissed',            'monitoring', false, 1, null,
      ['household', 'person', 'employment', 'household_account', 'risk_report', 'verification']),
  ('informants',                  'monitoring', false, 1, null, ['informant']),
  ('informant_village_coverage',  'monitoring', true, 100, null, ['informant', 'village']);

insert into catalogue (indicator, family, ratio, factor, past, datasets, past_datasets) values
  ('income_per_person',           'income', true, 1, 'trailing_12', ['household'], ['household_account']),
  ('income_wage_share',           'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('income_business_share',       'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('income_property_share',       'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('income_transfer_share',       'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('below_line_rate',             'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('below_monitoring_line_rate',  'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('poverty_gap',                 'income', true, 100, 'trailing_12', ['household'], ['household_account']),
  ('poverty_severity',            'income', true, 100, 'trailing_12', ['household'], ['household_account']);

-- A survey speaks of its county, not of villages; a county that was not surveyed has not delivered.
insert into catalogue (indicator, family, ratio, factor, datasets, lowest_level) values
  ('exit_approval_rate',          'exit', true, 100, ['exit_survey'], 'county'),
  ('wrong_exit_rate',             'exit', true, 100, ['exit_survey'], 'county'),
  ('omission_rate',               'exit', true, 100, ['exit_survey'], 'county'),
  ('exit_composite_rate',         'exit', true, 100, ['exit_survey', 'household', 'village'], 'county'),
  ('exit_ready',                  'exit', false, 1, ['exit_survey', 'household', 'village'], 'county');

-- What the families find: additive parts by month and village, or the township or county where a row names no
-- village. No row means no term; a null numerator means that every term is unknown. An id that the catalogue does
-- not know fails.
create type indicator_id as enum (select indicator from catalogue);
alter table catalogue alter indicator type indicator_id;
create table part (
  indicator indicator_id, month varchar, region_code varchar, breakdown varchar,
  numerator decimal(38,12), denominator decimal(38,12));

create macro period_end() as last_day((getvariable('month') || '-01')::date);
create macro yuan(fen) as (fen::decimal(30,0) * 0.01::decimal(3,2))::decimal(38,6);
-- The nearest double, by way of the fewest decimals that hold the number.
create macro nearest(number) as
  case when number = number::decimal(38,6)::decimal(38,12) then number::decimal(38,6)::double else number::double end;
