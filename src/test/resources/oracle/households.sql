-- The registered households of the month (those who have exited included), each with its village, and the
-- labourers of those that have any. Members and workers lie where their household lies.
create or replace temp table registered as
select household_id, village_code, persons, registration
from snapshot.household
where registration in ('registered_poor', 'exited');

create or replace temp table labour as
select household_id, r.village_code, count(*) as labourers
from snapshot.person join registered as r using (household_id)
where labour_capacity in ('weak', 'ordinary', 'skilled')
group by household_id, r.village_code;
