-- Indicators of counties as they would be asked of Spark's SQL without an engine: one query each. The columns are period,
-- county, breakdown, numerator, denominator. ${months} are those that were asked for.

-- view month
select period, (cast(left(period, 4) as int) - 1) || '-12' as last_december,
  (cast(left(period, 4) as int) - 1) || substr(period, 5) as year_ago
from (select explode(array(${months})) as period);

-- view registered_ever
select h.period, left(village_code, 6) as county, household_id, persons, registration
from household h
where registration in ('registered_poor', 'exited');

-- view registered
select * from registered_ever where period in (${months});

-- view labourer
select r.period, r.county, r.household_id
from person p join registered r on p.period = r.period and p.household_id = r.household_id
where labour_capacity in ('weak', 'ordinary', 'skilled');

-- view labour_household
select distinct period, county, household_id from labourer;

-- view worker_ever
select r.period, r.county, r.household_id, channel, wage_fen, workplace_code
from employment e join registered_ever r on e.period = r.period and e.household_id = r.household_id;

-- view worker
select * from worker_ever where period in (${months});

-- view migrant
select * from worker where channel = 'migrant';

-- view idle
select l.* from labour_household l left anti join worker w
on l.period = w.period and l.household_id = w.household_id;

-- view post
select p.period, left(village_code, 6) as county, kind, person_id, opened_on
from public_post p;

-- view project
select p.period, left(village_code, 6) as county, project_id, in_catalogue, organiser, area_mu, invested_fen
from industry_project p
where status = 'running' and p.period in (${months});

-- view participation
select r.period, r.county, r.household_id, linkage, income_fen, in_catalogue, organiser
from industry_participation i
join project p on p.period = i.period and p.project_id = i.project_id
join registered r on r.period = i.period and r.household_id = i.household_id;

-- view completed
select w.period, left(village_code, 6) as county, kind, quantity
from works w
where w.period in (${months}) and completed_on <= last_day(to_date(w.period || '-01'));

-- registry/registered_households
select period, county, '', count(*), null from registered group by period, county;

-- registry/registered_persons
select period, county, '', sum(persons), null from registered group by period, county;

-- registry/poor_households
select period, county, '', count(*), null from registered
where registration = 'registered_poor' group by period, county;

-- registry/poor_persons
select period, county, '', sum(persons), null from registered
where registration = 'registered_poor' group by period, county;

-- registry/exited_persons
select period, county, '', sum(persons), null from registered where registration = 'exited' group by period, county;

-- registry/poor_headcount_rate
select period, county, '', sum(n), sum(d) from (
  select period, county, sum(persons) as n, 0 as d from registered
  where registration = 'registered_poor' group by period, county
  union all
  select v.period, left(village_code, 6), 0, sum(rural_persons)
  from village v
  where v.period in (${months}) group by 1, 2)
group by period, county;

-- registry/labourers
select period, county, '', count(*), null from labourer group by period, county;

-- employment/employed_labour
select period, county, '', count(*), null from worker group by period, county;

-- employment/employment_rate
select period, county, '', sum(n), sum(d) from (
  select period, county, count(*) as n, 0 as d from worker group by period, county
  union all
  select period, county, 0, count(*) from labourer group by period, county)
group by period, county;

-- employment/migrant_labour
select period, county, '', count(*), null from migrant group by period, county;

-- employment/migrant_in_county
select period, county, '', count(*), null from migrant where workplace_code = county group by period, county;

-- employment/migrant_in_province
select period, county, '', count(*), null from migrant
where workplace_code <> county and left(workplace_code, 2) = left(county, 2) group by period, county;

-- employment/migrant_out_of_province
select period, county, '', count(*), null from migrant
where left(workplace_code, 2) <> left(county, 2) group by period, county;

-- employment/out_migrant_labour
select period, county, '', count(*), null from migrant where workplace_code <> county group by period, county;

-- employment/out_migrant_rate
select period, county, '', sum(n), sum(d) from (
  select period, county, count(*) as n, 0 as d from migrant where workplace_code <> county group by period, county
  union all
  select period, county, 0, count(*) from labourer group by period, county)
group by period, county;

-- employment/migrant_to_base
select period, county, '', sum(n), sum(d) from (
  select period, county, count(*) as n, 0 as d from migrant group by period, county
  union all
  select m.period, county, 0, count(*) from worker_ever w join month m on w.period = m.last_december
  where channel = 'migrant' group by m.period, county)
group by period, county;

-- employment/migrant_yoy
select period, county, '', sum(n), sum(d) from (
  select period, county, count(*) as n, 0 as d from migrant group by period, county
  union all
  select m.period, county, - count(*), count(*) from worker_ever w join month m on w.period = m.year_ago
  where channel = 'migrant' group by m.period, county)
group by period, county;

-- employment/workshop_labour
select period, county, '', count(*), null from worker where channel = 'workshop' group by period, county;

-- employment/public_post_labour
select period, county, '', count(*), null from worker where channel = 'public_post' group by period, county;

-- employment/local_industry_labour
select period, county, '', count(*), null from worker where channel = 'local_industry' group by period, county;

-- employment/self_employed_labour
select period, county, '', count(*), null from worker where channel = 'self_employed' group by period, county;

-- employment/average_monthly_wage
select period, county, '', cast(sum(wage_fen) as decimal(28, 0)) * cast(0.01 as decimal(3, 2)), count(*)
from worker group by period, county;

-- employment/households_with_labour
select period, county, '', count(*), null from labour_household group by period, county;

-- employment/zero_employment_households
select period, county, '', count(*), null from idle group by period, county;

-- employment/zero_employment_rate
select period, county, '', sum(n), sum(d) from (
  select period, county, count(*) as n, 0 as d from idle group by period, county
  union all
  select period, county, 0, count(*) from labour_household group by period, county)
group by period, county;

-- employment/migrant_destination
select period, county, breakdown, count(*), null
from migrant lateral view explode(array('', 'province=' || left(workplace_code, 2))) as breakdown
group by period, county, breakdown;

-- public-posts/public_posts_open
select period, county, '', count(*), null from post where period in (${months}) group by period, county;

-- public-posts/public_posts_filled
select period, county, '', count(person_id), null from post where period in (${months}) group by period, county;

-- public-posts/public_posts_new
select period, county, '', count(*), null from post
where period in (${months}) and date_format(opened_on, 'yyyy-MM') = period group by period, county;

-- public-posts/public_posts_new_ytd
select m.period, county, '', count(*), null
from post p join month m on left(p.period, 4) = left(m.period, 4) and p.period <= m.period
where date_format(opened_on, 'yyyy-MM') = p.period group by m.period, county;

-- public-posts/public_posts_by_kind
select period, county, breakdown, count(*), null
from post lateral view explode(array('', 'kind=' || kind)) as breakdown
where period in (${months}) group by period, county, breakdown;

-- industry/industry_covered_households
select period, county, '', count(distinct household_id), null from participation
where in_catalogue group by period, county;

-- industry/industry_coverage_rate
select period, county, '', sum(n), sum(d) from (
  select period, county, count(distinct household_id) as n, 0 as d from participation
  where in_catalogue group by period, county
  union all
  select period, county, 0, count(*) from registered group by period, county)
group by period, county;

-- industry/industry_coverage_rate_able
select period, county, '', sum(n), sum(d) from (
  select p.period, p.county, count(distinct p.household_id) as n, 0 as d
  from participation p left semi join labour_household l on p.period = l.period and p.household_id = l.household_id
  where in_catalogue group by p.period, p.county
  union all
  select period, county, 0, count(*) from labour_household group by period, county)
group by period, county;

-- industry/enterprise_linked_households
select period, county, '', count(distinct household_id), null from participation
where organiser = 'enterprise' group by period, county;

-- industry/industry_linkage
select period, county, breakdown, count(distinct household_id), null
from participation lateral view explode(array('', 'linkage=' || linkage)) as breakdown
group by period, county, breakdown;

-- industry/industry_income_per_household
select period, county, '', cast(sum(income_fen) as decimal(28, 0)) * cast(0.01 as decimal(3, 2)),
  count(distinct household_id)
from participation group by period, county;

-- industry/industry_projects
select period, county, '', count(*), null from project where in_catalogue group by period, county;

-- industry/industry_area_mu
select period, county, '', sum(area_mu), null from project where in_catalogue group by period, county;

-- industry/industry_invested
select period, county, '', cast(sum(invested_fen) as decimal(28, 0)) * cast(0.01 as decimal(3, 2)), null
from project where in_catalogue group by period, county;

-- industry/works_completed
select period, county, breakdown, count(*), null
from completed lateral view explode(array('', 'kind=' || kind)) as breakdown
group by period, county, breakdown;

-- industry/works_quantity
select period, county, 'kind=' || kind, sum(quantity), null from completed group by period, county, kind;
