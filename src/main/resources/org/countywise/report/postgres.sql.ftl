<#-- What an export asks of a PostgreSQL server: a macro for each statement, filled in with a record of sink.postgres. -->
<#function id name><#return '"' + name?replace('"', '""') + '"'></#function>
<#function text words><#return "'" + words?replace("'", "''") + "'"></#function>
<#function ids names><#return names?map(name -> id(name))?join(", ")></#function>
<#function from alias names><#return names?map(name -> alias + "." + id(name))?join(", ")></#function>
<#function standing of><#return id(of.schema) + "." + id(of.name)></#function>
<#function staged of><#return "pg_temp." + id(of.name)></#function>
<#function differing of><#return "pg_temp." + id("differing_" + of.name)></#function>
<#function listed of fate>
  <#return "(" + from("s", of.key) + ") in (select " + ids(of.key) + " from " + differing(of) + " where fate = " + text(fate) + ")">
</#function>
<#function same of><#return of.key?map(name -> "s." + id(name) + " = t." + id(name))?join(" and ")></#function>
<#function differ names>
  <#if !names?has_content><#return "false"></#if>
  <#return "row(" + from("s", names) + ") is distinct from row(" + from("t", names) + ")">
</#function>
<#macro begin schema>
set local standard_conforming_strings = on;
set local search_path = pg_catalog, pg_temp;
set local statement_timeout = 0;
set local idle_in_transaction_session_timeout = 0;
set local lock_timeout = '60s';
set local work_mem = '64MB';
set local client_min_messages = error
</#macro>
<#macro lock schema>select pg_try_advisory_xact_lock(hashtextextended(${text("countywise export to " + schema)}, 0))</#macro>
<#macro has_schema schema>select exists (select from pg_namespace where nspname = ${text(schema)})</#macro>
<#macro create_schema schema>create schema ${id(schema)}</#macro>
<#-- What an export makes says so in its comment. -->
<#macro strangers schema>
select c.relname
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = ${text(schema)} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'Countywise: %'
order by 1
</#macro>
<#macro columns of>
select a.attname, format_type(a.atttypid, a.atttypmod)
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = ${text(of.schema)} and c.relname = ${text(of.name)} and a.attnum > 0 and not a.attisdropped
order by a.attnum
</#macro>
<#macro create_table of>
create table ${standing(of)} (
<#list of.columns as column>
  ${id(column.name)} ${column.type}<#sep>,</#sep>
</#list>
)
</#macro>
<#macro add_columns of>
alter table ${standing(of)}
<#list of.columns as column>
  add column ${id(column.name)} ${column.type}<#sep>,</#sep>
</#list>
</#macro>
<#macro stage of>create temporary table ${id(of.name)} (like ${standing(of)}) on commit drop</#macro>
<#macro copy of>copy ${staged(of)} (${ids(of.names)}) from stdin (format csv, header, encoding 'UTF8')</#macro>
<#macro analyze_staged of>analyze ${staged(of)}</#macro>
<#macro analyze of>analyze ${standing(of)}</#macro>
<#-- Rows that differ, by key: found in one pass over both tables, and few where little changed. -->
<#macro compare of>
create temporary table ${id("differing_" + of.name)} on commit drop as
select ${of.key?map(name -> "coalesce(s." + id(name) + ", t." + id(name) + ") as " + id(name))?join(", ")},
  case when s.${id(of.key[0])} is null then 'deleted' when t.${id(of.key[0])} is null then 'inserted' else 'updated' end as fate,
  ${differ(of.said)} as revised
from ${standing(of)} t full join ${staged(of)} s on ${same(of)}
where s.${id(of.key[0])} is null or t.${id(of.key[0])} is null or ${differ(of.changing)}
</#macro>
<#macro fates of>
select fate, count(*), count(*) filter (where revised) from ${differing(of)} group by fate
</#macro>
<#macro analyze_differing of>analyze ${differing(of)}</#macro>
<#macro deleted of>
delete from ${standing(of)} t using ${differing(of)} s where s.fate = 'deleted' and ${same(of)}
</#macro>
<#macro updated of>
update ${standing(of)} t set <#list of.changing as column>${id(column)} = s.${id(column)}<#sep>, </#sep></#list>
from ${staged(of)} s where ${same(of)} and ${listed(of, "updated")}
</#macro>
<#macro inserted of>
insert into ${standing(of)} (${ids(of.names)})
select ${from("s", of.names)} from ${staged(of)} s where ${listed(of, "inserted")}
</#macro>
<#macro count of>select count(*) from ${standing(of)}</#macro>
<#macro keys_dim_indicator schema>alter table ${id(schema)}.dim_indicator add primary key (indicator)</#macro>
<#macro keys_dim_region schema>alter table ${id(schema)}.dim_region add primary key (region_code)</#macro>
<#macro keys_dim_period schema>alter table ${id(schema)}.dim_period add primary key (period)</#macro>
<#-- By indicator for trends and rankings, by region for the profile of a county, by status for what is not normal. -->
<#macro keys_indicator_value schema>
<#local values = id(schema) + ".indicator_value">
alter table ${values} add primary key (indicator, region_code, period, breakdown);
alter table ${values}
  add constraint suppressed_values_have_no_numbers
    check (status <> 'Q' or coalesce(value, numerator, denominator) is null),
  add foreign key (indicator) references ${id(schema)}.dim_indicator,
  add foreign key (region_code) references ${id(schema)}.dim_region,
  add foreign key (period) references ${id(schema)}.dim_period;
create index indicator_value_by_region on ${values} (region_code, period);
create index indicator_value_by_month on ${values} (indicator, period, region_level);
create index indicator_value_by_status on ${values} (status, period) where status <> 'A'
</#macro>
<#macro view_columns schema>
select c.relname, a.attname
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspname = ${text(schema)} and c.relkind = 'v' and a.attnum > 0 and not a.attisdropped
order by c.relname, a.attnum
</#macro>
<#macro families schema>
select regexp_replace(d.job_file, '[.]ya?ml$', ''), d.indicator, coalesce(d.title_en, d.indicator),
  coalesce(d.title_zh, ''), coalesce(d.unit, '')
from ${id(schema)}.dim_indicator d
where d.job_file is not null and exists (
  select from ${id(schema)}.indicator_value v where v.indicator = d.indicator and v.breakdown = '')
order by 1, 2
</#macro>
<#macro drop_view of>drop view if exists ${standing(of)}</#macro>
<#macro create_view of>
create view ${standing(of)} as
select v.region_code, v.region_level, r.name_zh, r.name_en, v.period<#list of.indicators as indicator>,
  max(v.value) filter (where v.indicator = ${text(indicator.id)}) as ${id(indicator.id)},
  max(v.status) filter (where v.indicator = ${text(indicator.id)}) as ${id(indicator.status)}</#list>
from ${id(of.schema)}.indicator_value v join ${id(of.schema)}.dim_region r on r.region_code = v.region_code
where v.breakdown = '' and v.indicator in (<#list of.indicators as indicator>${text(indicator.id)}<#sep>, </#sep></#list>)
group by v.region_code, v.region_level, r.name_zh, r.name_en, v.period
</#macro>
<#macro comments schema>
select c.relname, coalesce(a.attname, ''), d.description
from pg_description d
join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
join pg_namespace n on n.oid = c.relnamespace
left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
where n.nspname = ${text(schema)}
</#macro>
<#macro comment of>
comment on <#if of.column?has_content>column ${standing(of)}.${id(of.column)}<#else>${of.kind} ${standing(of)}</#if>
is ${text(of.text)}
</#macro>
<#macro has_role of>select exists (select from pg_roles where rolname = ${text(of.role)})</#macro>
<#macro may_create_role of>select rolsuper or rolcreaterole from pg_roles where rolname = current_user</#macro>
<#macro create_role of>create role ${id(of.role)} nologin</#macro>
<#macro shut_out of>
select not has_schema_privilege(${text(of.role)}, ${text(of.schema)}, 'usage') or exists (
  select from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = ${text(of.schema)} and c.relkind in ('r', 'v')
    and not has_table_privilege(${text(of.role)}, c.oid, 'select'))
</#macro>
<#macro grant of>
grant usage on schema ${id(of.schema)} to ${id(of.role)};
grant select on all tables in schema ${id(of.schema)} to ${id(of.role)}
</#macro>
