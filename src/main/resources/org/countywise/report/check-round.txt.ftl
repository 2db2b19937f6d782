<#-- What came of checking definitions after a save, on a terminal: filled in with a Round. -->
<#import "english.ftl" as english>
<#list problems as problem>
${problem}
</#list>
<#assign verdict = problems?has_content?then(english.counted(problems?size, "problem", "problems"), "all right")>
<#if files?has_content>
${files?filter(file -> file?has_content)?join(", ")}<#if files?seq_contains("")>many files</#if>: ${verdict}, <#rt>
${english.counted(examples, "example", "examples")} in ${seconds?string("0.0")} s<#lt>
<#else>
definitions: ${verdict}; watching<#if runs>: the examples of what is saved are computed, 'countywise check' computes all</#if>; Ctrl-C ends
</#if>
