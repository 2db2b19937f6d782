<#-- The first sheet of a workbook, filled in with a WorkbookText: the sheet's name, then lines; a tab ends a cell. -->
<#import "status.ftl" as status>
about
Indicators of release ${release}
<#if restricted>
RESTRICTED: villages and hidden numbers are in this file. Only those who may read the restricted tables may read it.
</#if>

Sheets
indicators	every indicator: titles, unit, formula, numerator and denominator in words, in English and Chinese
regions	every region: code, level, names, parent
(others)	the values, a sheet for each family of indicators; a family that one sheet cannot hold goes on in the next

Values
value	the numerator, or the numerator by the denominator; a percentage is per cent, 12.5 means 12.5 %
empty	there is no number: see the status. An empty cell is not zero
text	a numerator or denominator of more than 15 digits stands as text, since Excel would round it
period	the month, as text: YYYY-MM
breakdown	empty for the total; else name=value

Status
<#list ["A", "P", "O", "M", "Q", "U", "B"] as code>
${code}	${status.meaning(code)}
</#list>

Do not add up percentages or averages: divide the sum of numerators by the sum of denominators. Sums over regions whose parts are suppressed (Q) or not delivered (O) are too low.
