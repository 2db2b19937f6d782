-- Contract section 4, the listing roster at the period's end. A listed code that has been retired stands for the
-- (first) one that took its territory.
insert into part
with listed as (
  select l.level, coalesce(r.region_code, min(s.new_code)) as region_code, listed_on, delisted_on
  from listing as l
  left join roster as r on r.month = getvariable('month') and r.region_code = l.region_code
  left join successor as s on s.period = getvariable('month') and s.old_code = l.region_code
  group by l.level, l.region_code, r.region_code, listed_on, delisted_on),
standing as (
  select level, region_code,
    listed_on <= period_end() and (delisted_on is null or delisted_on > period_end()) as listed,
    delisted_on is not null and delisted_on <= period_end() as delisted
  from listed),
found (indicator, region_code, numerator) as (
  select 'listed_counties', region_code, listed::int from standing where level = 'county'
  union all
  select 'listed_villages', region_code, listed::int from standing where level = 'village'
  union all
  select 'delisted_counties', region_code, delisted::int from standing where level = 'county')
select indicator, getvariable('month'), region_code, '', numerator, null from found;
