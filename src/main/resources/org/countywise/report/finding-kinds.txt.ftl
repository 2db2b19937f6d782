<#-- Findings in short, on a terminal: filled in with FindingLines. No key of a row is in it. -->
<#list kinds[0..*20] as kind>
<#list kind.shown as finding>
${finding.severity?lower_case?right_pad(7)}  ${finding.line}<#if finding?is_last && kind.more gt 0>, and ${kind.more} more of this kind</#if>
</#list>
</#list>
<#if kinds?size gt 20>
… and ${hidden} more findings; 'countywise findings' lists them all
<#elseif more gt 0>
('countywise findings' lists them all)
</#if>
