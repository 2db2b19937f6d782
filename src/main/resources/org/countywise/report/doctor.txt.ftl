<#-- How everything is that a run needs, on a terminal: filled in with a Checkup. -->
<#list checks as check>
${check.state.word()?right_pad(7)}  ${check.subject}: ${check.said}<#if check.remedy?has_content>; ${check.remedy}</#if>
</#list>
<#if errors gt 0>
${errors} <#if errors == 1>thing has<#else>things have</#if> to be put right before a run.
<#elseif warnings gt 0>
A run can start; ${warnings} <#if warnings == 1>thing is<#else>things are</#if> to be looked at.
<#else>
All is well.
</#if>
