<#-- Alerts on a terminal, and below each why; restricted. Filled in with the first alerts of an AlertList. -->
<#import "english.ftl" as english>
<#function village code><#return list.names[code]?has_content?then(code + " " + list.names[code]!, code)></#function>
${list.restricted}
${list.period}<#if list.region?has_content>  ${list.region}</#if>  <#rt>
${english.counted(list.alerts?size, "alert", "alerts, the farthest from the threshold first")}<#lt>
<#if list.alerts?has_content>

<#assign shown = (most == 0)?then(list.alerts, list.alerts[0..*most])>
<@table edges="><<<<>" head=["household", "village", "rule", "since", "status", "distance"]
  rows=shown?map(alert -> [alert.text("household_id"), village(alert.text("village_code")), alert.text("rule"),
    alert.text("first_period"), alert.text("status"), alert.distance])
  below=shown?map(alert -> ["    " + alert.text("explanation_en"), "    " + alert.text("explanation_zh")])/>
<#if shown?size < list.alerts?size>

… and ${list.alerts?size - shown?size} more; --limit 0 shows all, --csv FILE takes them out
</#if>
<#else>
no alerts for this selection
</#if>
