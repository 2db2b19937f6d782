<#-- What the marks in a table mean, a line each: filled in with a Legend. -->
<#import "status.ftl" as status>
<#list statuses as code>
${code}  ${status.meaning(code)}
</#list>
