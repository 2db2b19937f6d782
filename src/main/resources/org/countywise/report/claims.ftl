<#-- Phrases within an answer to a statement: what it is compared with, whose number it is, what is not published. -->
<#macro basis of>
${of.period} (<#t>
<#switch of.against?string>
  <#on "LAST_DECEMBER">last December: of a running count, the whole of ${of.period[0..3]}<#t>
  <#on "SAME_MONTH_LAST_YEAR">the same month last year<#t>
  <#on "PREVIOUS_MONTH">the previous month<#t>
</#switch>
)<#t>
</#macro>

<#macro population of>${of.indicator}<#if of.indicator?has_content> of </#if>${of.region}</#macro>

<#macro row at>${at.indicator}<#if at.breakdown?has_content>[${at.breakdown}]</#if> of ${at.region} in ${at.period}</#macro>

<#macro indicator at>the indicator ${at.indicator}, which is not published</#macro>

<#macro region at>the region ${at.region}, which is not published</#macro>

<#macro month at>the month ${at.period}, which is not published</#macro>

<#macro cell at><@row at/>, which is not published</#macro>

<#macro value of><@row of.at/>, whose status is ${of.status}</#macro>

<#macro base of>the base of <@row of.at/>, whose status is ${of.status}</#macro>

<#macro factor at>the factor of ${at.indicator}, which its parts and value do not tell</#macro>

<#macro zero base>${base} is zero, so nothing can be divided by it</#macro>
