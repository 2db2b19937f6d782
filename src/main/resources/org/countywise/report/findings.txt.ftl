<#-- Everything that was found, on a terminal: filled in with a FindingList. -->
<#import "english.ftl" as english>
<#if !findings?has_content>
no findings<#if rule?has_content> of rule '${rule}'</#if><#if remedy??>; ${remedy}<#else> for this selection</#if>
</#if>
<#list releases as release>
<#assign here = findings?filter(found -> found.release == release)>
<#if release?has_content>release ${release}<#else>the last run, which published nothing</#if>: <#rt>
${english.counted(here?size, "finding", "findings")}<#lt>
<#list here?map(found -> found.finding) as finding>

${finding.severity?lower_case}  ${finding.rule}<#rt>
<#list [finding.dataset, finding.period, finding.unit, finding.breakdown]?filter(text -> text?has_content)>  <#items as text>${text}<#sep> </#items></#list><#t>
<#if finding.rows gt 0>, ${english.counted(finding.rows, "row", "rows")}</#if>
<@paragraph indent="  " width=112>
${finding.message}
</@paragraph>
<#if restricted && finding.sampleKeys?has_content>
  keys: ${finding.sampleKeys?join("; ")}
</#if>
</#list>

</#list>
