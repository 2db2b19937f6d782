<#-- Notes on columns of a workbook: the column, a tab, what is said. -->
<#import "status.ftl" as status>
value	Empty: no number, see status. Empty is not zero. A percentage is per cent.
numerator	The exact part above the line. More than 15 digits stand as text.
denominator	The exact part below the line; empty for plain counts.
period	The month, as text: YYYY-MM.
breakdown	Empty for the total; else name=value.
status	<#list ["A", "P", "O", "M", "Q", "U", "B"] as code>${code} ${status.meaning(code)}<#sep>; </#list>
