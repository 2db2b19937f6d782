<#-- What the bulletin says in English beside the sentences of its definition. -->
<#import "status.ftl" as status>
<#import "english.ftl" as english>
<#function named region><#return region.nameEn?has_content?then(region.nameEn, region.name)></#function>

<#macro heading edition>
${edition.definitions.bulletin.title.en}, ${edition.figures.month.period}: ${named(edition.figures.region)}<#t>
</#macro>

<#macro number figure>${figure.number}<#if figure.percent> %</#if></#macro>

<#macro sentence pieces>
<#list pieces as piece>
  <#if piece.words??>${piece.words}<#t>
  <#elseif !piece.figure.status??>[not computed]<#t>
  <#elseif !piece.figure.known>[${status.en[piece.figure.status]!piece.figure.status}]<#t>
  <#else>
    <@number piece.figure/><#t>
    <#if piece.figure.remarkable> [${status.en[piece.figure.status]!piece.figure.status}]</#if><#t>
  </#if>
</#list>
</#macro>

<#macro base figure>
<#if figure.divisor??>${figure.divisor}, </#if>${(figure.base.en)!"a plain count"}<#t>
</#macro>

<#macro condition figure>
<#if figure.status??>${figure.status} ${status.en[figure.status]!figure.status}<#else>not computed</#if><#t>
</#macro>

<#macro note of>
<#if of.status??>
  ${(status.en[of.status]!of.status)?cap_first} (${of.status}): <#t>
  <#list of.missing>
    ${of.missing?size} ${(of.missing?size == 1)?then(of.unit.en?lower_case, english.plural(of.unit.en?lower_case))} <#t>
    did not deliver, <#t>
    <#items as region><#if region?counter <= 8>${region.code} ${region.name}<#if region?counter < 8><#sep>, </#sep></#if></#if></#items><#t>
    <#if of.missing?size gt 8> and ${of.missing?size - 8} more</#if><#t>
    ; without ${(of.missing?size == 1)?then("it", "them")}: <#t>
  </#list>
  ${of.every?then("every computed figure", of.figures?join(", "))}.<#t>
<#else>
  Not computed: ${of.every?then("every figure", of.figures?join(", "))}; no run has published this for ${of.period}.<#t>
</#if>
</#macro>

<#macro leftOut edition>
Left out: ${edition.leftOut?map(section -> section.title.en)?join(", ")}; no run has published any of it for ${edition.figures.month.period}.<#t>
</#macro>
