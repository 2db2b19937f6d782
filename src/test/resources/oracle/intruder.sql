-- What somebody does who has nothing but the published rows, and wants the numbers that are not in them. Written by hand,
-- apart from the engine's own attack: every number of every region is an unknown here, not only those of the counties.
-- Needs the views published and dim_region.

-- Which number stands in which row; `shift` says of which month it is.
create table stands (indicator varchar, side varchar, quantity varchar, shift varchar);
insert into stands values
  ('registered_households', 'n', 'registered_households', ''),
  ('registered_persons', 'n', 'registered_persons', ''),
  ('poor_households', 'n', 'poor_households', ''),
  ('poor_persons', 'n', 'poor_persons', ''),
  ('exited_persons', 'n', 'exited_persons', ''),
  ('poor_headcount_rate', 'n', 'poor_persons', ''),
  ('poor_headcount_rate', 'd', 'rural_persons', ''),
  ('labourers', 'n', 'labourers', ''),
  ('employed_labour', 'n', 'employed', ''),
  ('employment_rate', 'n', 'employed', ''),
  ('employment_rate', 'd', 'labourers', ''),
  ('migrant_labour', 'n', 'migrants', ''),
  ('migrant_in_county', 'n', 'migrants_in_county', ''),
  ('migrant_in_province', 'n', 'migrants_in_province', ''),
  ('migrant_out_of_province', 'n', 'migrants_out_of_province', ''),
  ('out_migrant_labour', 'n', 'out_migrants', ''),
  ('out_migrant_rate', 'n', 'out_migrants', ''),
  ('out_migrant_rate', 'd', 'labourers', ''),
  ('migrant_to_base', 'n', 'migrants', ''),
  ('migrant_to_base', 'd', 'migrants', 'december'),
  ('migrant_yoy', 'n', 'migrant_growth', ''),
  ('migrant_yoy', 'd', 'migrants', 'year'),
  ('migrant_destination', 'n', 'migrants', ''),
  ('workshop_labour', 'n', 'in_workshops', ''),
  ('public_post_labour', 'n', 'in_posts', ''),
  ('local_industry_labour', 'n', 'in_local_industry', ''),
  ('self_employed_labour', 'n', 'self_employed', ''),
  ('average_monthly_wage', 'n', 'wages', ''),
  ('average_monthly_wage', 'd', 'employed', ''),
  ('households_with_labour', 'n', 'labour_households', ''),
  ('zero_employment_households', 'n', 'zero_employment', ''),
  ('zero_employment_rate', 'n', 'zero_employment', ''),
  ('zero_employment_rate', 'd', 'labour_households', ''),
  ('industry_covered_households', 'n', 'covered', ''),
  ('industry_coverage_rate', 'n', 'covered', ''),
  ('industry_coverage_rate', 'd', 'registered_households', ''),
  ('industry_coverage_rate_able', 'n', 'covered_with_labour', ''),
  ('industry_coverage_rate_able', 'd', 'labour_households', ''),
  ('enterprise_linked_households', 'n', 'enterprise_linked', ''),
  ('industry_linkage', 'n', 'participating', ''),
  ('industry_income_per_household', 'n', 'industry_income', ''),
  ('industry_income_per_household', 'd', 'participating', ''),
  ('guarantee_households_open', 'n', 'guarantee_households', ''),
  ('relocation_households', 'n', 'relocated', ''),
  ('relocation_housing_completed', 'n', 'housed', ''),
  ('relocation_moved_in', 'n', 'moved_in', ''),
  ('relocation_housing_rate', 'n', 'housed', ''),
  ('relocation_housing_rate', 'd', 'relocated', ''),
  ('relocation_move_in_rate', 'n', 'moved_in', ''),
  ('relocation_move_in_rate', 'd', 'relocated', ''),
  ('relocated_labour_households', 'n', 'relocated_with_labour', ''),
  ('relocated_employment_rate', 'n', 'relocated_working', ''),
  ('relocated_employment_rate', 'd', 'relocated_with_labour', ''),
  ('monitored_households', 'n', 'monitored_households', ''),
  ('monitored_persons', 'n', 'monitored_persons', ''),
  ('monitored_share', 'n', 'monitored_persons', ''),
  ('monitored_share', 'd', 'registered_persons', ''),
  ('monitored_assisted_rate', 'n', 'monitored_assisted', ''),
  ('monitored_assisted_rate', 'd', 'monitored_households', ''),
  ('alerts_raised', 'n', 'alerts_raised', ''),
  ('alerts_open', 'n', 'alerts_open', ''),
  ('alerts_confirmed', 'n', 'alerts_confirmed', ''),
  ('alerts_dismissed', 'n', 'alerts_dismissed', '');

create table amount (quantity varchar);
insert into amount values ('wages'), ('industry_income');

create macro month_of(period, shift) as
  case shift
    when 'december' then (cast(left(period, 4) as int) - 1) || '-12'
    when 'year' then (cast(left(period, 4) as int) - 1) || right(period, 3)
    else period
  end;

-- Every number that stands somewhere; `shown` where a reader finds it in any row. Zero is shown: a count that is hidden in a
-- row of its own, or below the line of a ratio that can be computed, is at least one.
create table number as
select row_number() over (order by quantity, region_code, month, breakdown) as id, *
from (
  select s.quantity, p.region_code, p.region_level, month_of(p.period, s.shift) as month, p.breakdown,
    max(case s.side when 'n' then p.numerator else p.denominator end) as shown,
    max(case when p.status = 'Q' and s.quantity not in (from amount)
      and (s.side = 'd' or s.indicator not in (select indicator from stands where side = 'd')) then 1 else 0 end) as least
  from published p join stands s using (indicator)
  group by all);

-- Sums that are zero.
create sequence sums;
create table term (sum varchar, id bigint, coefficient double);

-- A region and the regions in it; a group and its counties.
insert into term
select 'parts of ' || p.id, p.id, -1
from number p where p.region_level in ('prefecture', 'province', 'nation', 'group')
union all
select 'parts of ' || p.id, c.id, 1
from number p
join dim_region r on r.parent_code = p.region_code
join number c on c.region_code = r.region_code and c.quantity = p.quantity and c.month = p.month
  and c.breakdown = p.breakdown
union all
select 'parts of ' || p.id, c.id, 1
from number p join number c on p.region_level = 'group' and c.region_level = 'county' and c.quantity = p.quantity
  and c.month = p.month and c.breakdown = p.breakdown;

-- A total and its breakdown; households in two linkages or with two kinds of problems make no sum.
insert into term
select 'breakdown of ' || t.id, t.id, -1
from number t
where t.breakdown = '' and t.quantity not in ('participating', 'guarantee_households')
  and exists (from number b where b.quantity = t.quantity and b.month = t.month and b.breakdown <> '')
union all
select 'breakdown of ' || t.id, b.id, 1
from number t join number b on b.quantity = t.quantity and b.month = t.month and b.region_code = t.region_code
where t.breakdown = '' and b.breakdown <> '' and t.quantity not in ('participating', 'guarantee_households');

-- What everybody knows.
create table known (name varchar, quantity varchar, shift varchar, coefficient double);
insert into known values
  ('registered', 'registered_persons', '', -1), ('registered', 'poor_persons', '', 1),
  ('registered', 'exited_persons', '', 1),
  ('channels', 'employed', '', -1), ('channels', 'migrants', '', 1), ('channels', 'in_workshops', '', 1),
  ('channels', 'in_posts', '', 1), ('channels', 'in_local_industry', '', 1), ('channels', 'self_employed', '', 1),
  ('scopes', 'migrants', '', -1), ('scopes', 'migrants_in_county', '', 1), ('scopes', 'migrants_in_province', '', 1),
  ('scopes', 'migrants_out_of_province', '', 1),
  ('out', 'out_migrants', '', -1), ('out', 'migrants_in_province', '', 1), ('out', 'migrants_out_of_province', '', 1),
  ('growth', 'migrant_growth', '', -1), ('growth', 'migrants', '', 1), ('growth', 'migrants', 'year', -1);
insert into term
select k.name || ' ' || a.region_code || ' ' || a.period, n.id, k.coefficient
from (select distinct region_code, period from published) a
cross join known k
join number n on n.quantity = k.quantity and n.region_code = a.region_code and n.breakdown = ''
  and n.month = month_of(a.period, k.shift);

-- Who works in the own province is in the breakdown too; true of every region that lies in one province.
insert into term
select 'own province ' || n.region_code || ' ' || n.month, n.id, case when n.breakdown = '' then 1 else -1 end
from number n
where n.region_level in ('county', 'prefecture', 'province')
  and exists (from number b where b.quantity = 'migrants' and b.month = n.month and b.breakdown <> '')
  and (n.quantity in ('migrants_in_county', 'migrants_in_province')
    or (n.quantity = 'migrants' and n.breakdown = 'province=' || left(n.region_code, 2)));

-- A sum whose total stands nowhere is none.
delete from term where sum in (
  select sum from term group by sum
  having count(*) < 2 or ((sum like 'parts of %' or sum like 'breakdown of %') and count(*) filter (where coefficient < 0) = 0)
    or (split_part(sum, ' ', 1) in ('registered', 'channels', 'scopes', 'out', 'growth')
      and count(*) < (select count(*) from known where name = split_part(sum, ' ', 1))));

-- A part is not above its whole.
create table part_of (part varchar, whole varchar);
insert into part_of values
  ('poor_persons', 'rural_persons'), ('out_migrants', 'labourers'), ('zero_employment', 'labour_households'),
  ('covered', 'registered_households'), ('covered_with_labour', 'labour_households'), ('housed', 'relocated'),
  ('moved_in', 'relocated'), ('relocated_working', 'relocated_with_labour'), ('monitored_persons', 'registered_persons'),
  ('monitored_assisted', 'monitored_households');
create table rest as
select p.id as part, w.id as whole, p.quantity
from part_of o
join number p on p.quantity = o.part and p.breakdown = ''
join number w on w.quantity = o.whole and w.region_code = p.region_code and w.month = p.month and w.breakdown = '';
-- An overall count may exceed what it is set against (who works without labour capacity): then it is no part.
delete from rest where quantity in (
  select r.quantity from rest r join number p on p.id = r.part join number w on w.id = r.whole where p.shown > w.shown);

-- A part of what is counted once is not above its whole either, though parts and whole make no sum.
create table within as
select p.id as part, w.id as whole
from number p
join number w on w.quantity = p.quantity and w.region_code = p.region_code and w.month = p.month and w.breakdown = ''
where p.breakdown <> '' and p.quantity in ('participating', 'guarantee_households');
