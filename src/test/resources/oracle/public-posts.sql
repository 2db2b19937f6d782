-- Contract section 4, public posts. Also run for the earlier months of a year, for the sum so far.
create or replace temp table post as
select village_code, kind,
  count(*) as posts,
  count(person_id) as filled,
  count(*) filter (where strftime(opened_on, '%Y-%m') = getvariable('month')) as opened
from snapshot.public_post group by village_code, kind;

insert into part
with found (indicator, village_code, numerator) as (
  select 'public_posts_open', village_code, sum(posts) from post group by village_code
  union all
  select 'public_posts_filled', village_code, sum(filled) from post group by village_code
  union all
  select 'public_posts_new', village_code, sum(opened) from post group by village_code
  union all
  select 'public_posts_by_kind', village_code, sum(posts) from post group by village_code)
select indicator, getvariable('month'), village_code, '', numerator, null from found;

insert into part
select 'public_posts_by_kind', getvariable('month'), village_code, 'kind=' || kind, posts, null from post;
