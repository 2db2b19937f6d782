<#-- What a run says in the end, on a terminal: filled in with a Closing. -->
<#import "status.ftl" as status>
<#import "english.ftl" as english>
<#assign small = outcome.withheld.primary!0 cover = outcome.withheld.complementary!0>
<#macro months>${periods}<#if regionsAsOf??> in the regions of ${regionsAsOf}</#if></#macro>
<#list findings>
<#items as finding>
${finding}
</#items>

</#list>
<#if outcome.rows?has_content>
<@table edges="<>" head=["dataset", "rows read"]
  rows=outcome.rows?keys?map(dataset -> [dataset, outcome.rows[dataset]])/>

</#if>
<#if longSteps?has_content>
<@table edges="<>" head=["step", "seconds"] rows=longSteps?map(step -> [step.what, step.seconds?string("0")])/>
<#if outcome.rows?has_content && outcome.ending != "UNCHANGED" && seconds gt 0>
${english.counted(rowsRead, "row", "rows")} in ${seconds?c} s, ${(rowsRead / seconds)?round} a second over all.
</#if>

</#if>
<#if !outcome.published>
Nothing was published for <@months/>: <#rt>
${english.counted(blockers, "blocking finding", "blocking findings")}; an earlier release stays as it is.<#lt>
<#else>
<#if outcome.statuses?has_content>
<@table edges="<<>" head=["status", "", "rows published"]
  rows=outcome.statuses?keys?map(code -> [code, status.meaning(code), outcome.statuses[code]])/>
<#if small + cover gt 0>
Withheld: ${english.counted(small, "row", "rows")} with too small a number and ${cover} that would tell one, <#rt>
${english.percent(small + cover, published)} % of all rows; an attack on the rest told none.<#lt>
</#if>

</#if>
<#if outcome.ending == "UNCHANGED">
Nothing changed since release ${outcome.release} for <@months/>: same files, definitions and engine, seen in <#rt>
${seconds?c} s; the tables are in ${warehouse}. --again computes it again.<#lt>
<#else>
Published release ${outcome.release} for <@months/> in ${seconds?c} s; the tables are in ${warehouse}.
</#if>
<#list outcome.watched as month>
Alerts of ${month.period}: ${month.raised} raised, ${month.open} open; <#rt>
${english.percent(month.warned, month.households)} % of <#t>
${english.counted(month.households, "watched household has", "watched households have")} one <#t>
(about 5 % are expected, at most 10 %).<#lt>
</#list>
Look at it:  countywise show --warehouse ${warehouse}
Take it out: countywise export --warehouse ${warehouse} --format parquet --out FOLDER
</#if>
