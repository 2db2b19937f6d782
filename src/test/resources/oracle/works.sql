-- Contract section 4, works against their plan. Works without a date of completion are not completed.
insert into part
with item as (
  select village_code, unnest(['', 'kind=' || kind]) as breakdown,
    planned_on <= period_end() as planned,
    coalesce(completed_on <= period_end(), false) as completed,
    planned_on < period_end() as due
  from snapshot.works),
counted as (
  select village_code, breakdown,
    count(*) filter (where planned) as planned,
    count(*) filter (where planned and completed) as completed,
    count(*) filter (where due and not completed) as late
  from item group by village_code, breakdown),
found (indicator, village_code, breakdown, numerator, denominator) as (
  select 'works_planned', village_code, breakdown, planned, null from counted
  union all
  select 'works_late', village_code, breakdown, late, null from counted
  union all
  select 'works_completion_rate', village_code, breakdown, completed, planned from counted)
select indicator, getvariable('month'), village_code, breakdown, numerator, denominator from found;
