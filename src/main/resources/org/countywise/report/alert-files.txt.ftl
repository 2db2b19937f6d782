<#-- Which files the list of alerts was written to: filled in with the AlertFiles.Written. -->
<#import "english.ftl" as english>
<#list files as file>
${restricted}: ${english.counted(file.alerts, "alert", "alerts")} in ${file.path}
<#if file.kind == "verification">
<#if answered gt 0>
Not in it: ${english.counted(answered, "alert that is", "alerts that are")} answered already.
</#if>
Give the answers back: countywise verification ${file.path} --delivery FOLDER --period YYYY-MM, the month of the answers
</#if>
</#list>
