<#-- What an export to PostgreSQL did, on a terminal: filled in with a PostgresReport. -->
<#import "english.ftl" as english>
<#assign tables = exported.tables revised = 0 updated = 0 changed = 0>
<#list tables as name, of>
  <#assign changed += of.inserted + of.updated + of.deleted>
  <#assign revised += of.revised updated += of.updated>
</#list>
<@table edges="<>>>>" head=["table", "rows", "inserted", "updated", "deleted"]
  rows=tables?keys?map(name -> [name, tables[name].rows, tables[name].inserted, tables[name].updated, tables[name].deleted])/>

<@paragraph>
<#if changed == 0>
Schema ${schema} of ${place} shows release ${release} already; no row was written.
<#else>
Schema ${schema} of ${place} shows release ${release}, with ${english.counted(exported.views?size, "wide view", "wide views")}.
<#if updated gt 0>
Of the updated rows ${english.counted(revised, "says", "say")} something else, ${updated - revised} only the id of a new release.
</#if>
</#if>
</@paragraph>
<@paragraph>
<#switch exported.reader.access>
<#case "READS">
Role ${exported.reader.role} may read it: grant ${exported.reader.role} to NAME.
<#break>
<#case "MISSING">
Role ${exported.reader.role} is not there, and the user may not create roles: let an administrator execute
'create role ${exported.reader.role} nologin' and export again, or name one that is there by --reader.
<#break>
<#case "SHUT_OUT">
Role ${exported.reader.role} cannot read all of it, and the user may not grant it: let the owner of schema ${schema} execute
'grant usage on schema ${schema} to ${exported.reader.role}; grant select on all tables in schema ${schema} to ${exported.reader.role}'.
<#break>
</#switch>
</@paragraph>
