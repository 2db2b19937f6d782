<#-- Why an export to PostgreSQL is refused or fails: value, place, rule and remedy, each on one line. -->
<#macro bad_url of>'${of.url}' is no address of a PostgreSQL database; write --url jdbc:postgresql://HOST:PORT/DATABASE</#macro>
<#macro secret_in_url of>the url '${of.url}' holds a secret, and others can read the words of a command; take it out, name the user by --user and put the password into COUNTYWISE_POSTGRES_PASSWORD</#macro>
<#macro two_users of>--user '${of.named}' and the user '${of.user}' of the url '${of.url}' differ; name one of them</#macro>
<#macro no_user of>'${of.url}' does not say who asks; add --user NAME, or set COUNTYWISE_POSTGRES_USER</#macro>
<#macro occupied of>schema '${of.schema}' of ${of.place} holds '${of.relation}', which no export made; name a schema of its own by --schema, or move it elsewhere</#macro>
<#macro unreachable of>cannot reach PostgreSQL at ${of.place}: ${of.said?remove_ending(".")}; see that the server runs, and that host, port and settings of --url are right</#macro>
<#macro login of>PostgreSQL at ${of.place} does not let '${of.user}' in: ${of.said?remove_ending(".")}; <#rt>
<#if of.password>see that user, password (COUNTYWISE_POSTGRES_PASSWORD) and pg_hba.conf of the server fit<#t>
<#else>put the password into COUNTYWISE_POSTGRES_PASSWORD, which is not set<#t>
</#if></#macro>
<#macro no_database of>PostgreSQL at ${of.place}: ${of.said}; name one that is there, or create it first</#macro>
<#macro rights of>user '${of.user}' lacks a right at ${of.place}, schema '${of.schema}': ${of.said}; an export makes and owns its schema: let the owner of the database execute 'create schema "${of.schema}" authorization "${of.user}"', or export as the user who owns it; nothing was changed</#macro>
<#macro dependents of>something depends on a view of schema '${of.schema}' at ${of.place} whose columns changed: ${of.said}; drop it and make it again after the export; nothing was changed</#macro>
<#macro orphans of>indicator_value names what its dimensions lack: ${of.said?remove_ending(".")}; publish the family again with 'countywise run --again'; nothing was changed</#macro>
<#macro held of>schema '${of.schema}' of ${of.place} is in use: ${of.said}; wait until the other has ended and export again; nothing was changed</#macro>
<#macro lost of>PostgreSQL at ${of.place} ended the connection before the export was whole: ${of.said?remove_ending(".")}; schema '${of.schema}' is as it was, or, where it broke in the last moment, whole; export again</#macro>
<#macro no_room of>PostgreSQL at ${of.place} has no room left: ${of.said}; give it more and export again; the schema '${of.schema}' is as it was</#macro>
<#macro other of>PostgreSQL at ${of.place}, schema '${of.schema}', says ${of.state}: ${of.said}; nothing was changed</#macro>
