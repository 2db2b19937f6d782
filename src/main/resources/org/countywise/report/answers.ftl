<#-- What is said to a statement; filled in with a sentence about one of its parts. -->
<#import "status.ftl" as status>

<#macro sentence of>
<#local part = of.part verdict = part.rating?string>
<#if of.comparison>
  The ${of.statement.comparison.says?lower_case} of ${of.stated} against ${part.base.basis} <#t>
<#else>
  The number ${of.stated}<#if part.stated.unit gt 1>, rounded to ${part.stated.unit},</#if> <#t>
</#if>
<#if verdict == "CANNOT_BE_CHECKED">
  cannot be checked; missing is ${part.right.missing?join(", and ")}<#t>
  <#if part.held??>. It would be true against <@held of part.held/></#if>.<#t>
<#else>
  is ${(verdict == "CONFIRMED")?then("right", "not right")}: it is <#t>
  <#if of.comparison>
    ${of.shown(part.right.value)} (<@base of part.base.number.value/>)<#t>
  <#else>
    ${of.exact(part.right.value)} in ${of.statement.region}, ${of.statement.period}<#t>
    <#if !of.roundsToItself(part.right.value)>, which rounds to ${of.shown(part.right.value)}</#if><#t>
  </#if>
  <#if verdict == "WRONG_BASE">. It is true against <@held of part.held/></#if><#t>
  <#if verdict == "WRONG_POPULATION">. It is true of <@held of part.held/></#if><#t>
  .<@caution of/><#t>
</#if>
</#macro>

<#macro held of it>
${it.what}: ${of.shown(it.value)} (<#if it.base??><@base of it.base/><#else>${of.exact(it.value)}</#if>)<#t>
</#macro>

<#macro base of number>
the base is ${of.exact(number)}<#if of.roundedBase(number)??>, which rounds to ${of.roundedBase(number)}</#if><#t>
</#macro>

<#macro caution of>
<#list of.remarkable> Status of the rows: <#items as code>${code} ${status.en[code]!code}<#sep>, </#items>.</#list><#t>
</#macro>
