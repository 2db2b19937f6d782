-- Migrant labour of a month that is only compared with: last December, or the same month last year.
insert into part
select 'migrant_labour', getvariable('month'), home.village_code, '', count(*), null
from snapshot.employment
join snapshot.household as home using (household_id)
where channel = 'migrant' and registration in ('registered_poor', 'exited')
group by home.village_code;
