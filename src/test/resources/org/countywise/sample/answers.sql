-- Every verification with the months since its alert was last raised anew, in the table `answer`.
create or replace table answer as
select v.rule, v.outcome,
  cast(left(v.period, 4) as int) * 12 + cast(right(v.period, 2) as int) - max(a.month) as months_after
from verification v
join alert a on a.household_id = v.household_id and a.rule = v.rule and a.period <= v.period
where not exists (
  from alert b where b.household_id = a.household_id and b.rule = a.rule and b.month = a.month - 1)
group by v.household_id, v.period, v.rule, v.outcome;
