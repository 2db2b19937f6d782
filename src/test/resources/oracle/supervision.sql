-- Contract section 4, supervision: problems by category and by source. A problem without a due date is not overdue.
create or replace temp table flagged as
select village_code, unnest(['', 'category=' || category, 'source=' || source]) as breakdown,
  strftime(found_on, '%Y-%m') = getvariable('month') as found,
  strftime(resolved_on, '%Y-%m') = getvariable('month') as resolved,
  strftime(reopened_on, '%Y-%m') = getvariable('month') as reopened,
  status = 'open' as open,
  status = 'open' and due_on < period_end() as overdue,
  status = 'resolved' as cleared
from snapshot.problem;

insert into part
with counted as (
  select village_code, breakdown,
    count(*) as problems,
    count(*) filter (where found) as found,
    count(*) filter (where resolved) as resolved,
    count(*) filter (where reopened) as reopened,
    count(*) filter (where open) as open,
    count(*) filter (where overdue) as overdue,
    count(*) filter (where cleared) as cleared
  from flagged group by village_code, breakdown),
found (indicator, village_code, breakdown, numerator, denominator) as (
  select 'problems_found', village_code, breakdown, found, null from counted
  union all
  select 'problems_resolved', village_code, breakdown, resolved, null from counted
  union all
  select 'problems_reopened', village_code, breakdown, reopened, null from counted
  union all
  select 'problems_open', village_code, breakdown, open, null from counted
  union all
  select 'problems_overdue', village_code, breakdown, overdue, null from counted
  union all
  select 'problem_clearance_rate', village_code, breakdown, cleared, problems from counted)
select indicator, getvariable('month'), village_code, breakdown, numerator, denominator from found;
