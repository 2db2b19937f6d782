<#-- What the bulletin says in Chinese beside the sentences of its definition. -->
<#import "status.ftl" as status>
<#function named region><#return region.nameZh?has_content?then(region.nameZh, region.name)></#function>

<#macro heading edition>
${edition.definitions.bulletin.title.zh}（${edition.figures.month.period}）：${named(edition.figures.region)}<#t>
</#macro>

<#macro number figure>${figure.number}<#if figure.percent>%</#if></#macro>

<#macro sentence pieces>
<#list pieces as piece>
  <#if piece.words??>${piece.words}<#t>
  <#elseif !piece.figure.status??>〔未计算〕<#t>
  <#elseif !piece.figure.known>〔${status.zh[piece.figure.status]!piece.figure.status}〕<#t>
  <#else>
    <@number piece.figure/><#t>
    <#if piece.figure.remarkable>〔${status.zh[piece.figure.status]!piece.figure.status}〕</#if><#t>
  </#if>
</#list>
</#macro>

<#macro base figure>
<#if figure.divisor??>${figure.divisor}，</#if>${(figure.base.zh)!"计数"}<#t>
</#macro>

<#macro condition figure>
<#if figure.status??>${figure.status} ${status.zh[figure.status]!figure.status}<#else>未计算</#if><#t>
</#macro>

<#macro note of>
<#if of.status??>
  ${status.zh[of.status]!of.status}（${of.status}）：<#t>
  <#list of.missing>
    ${of.missing?size}个${of.unit.zh}未报送，即<#t>
    <#items as region><#if region?counter <= 8>${region.code} ${named(region)}<#if region?counter < 8><#sep>、</#sep></#if></#if></#items><#t>
    <#if of.missing?size gt 8>等</#if><#t>
    ；不含其数据的有：<#t>
  </#list>
  ${of.every?then("全部已计算的数字", of.figures?join("、"))}。<#t>
<#else>
  未计算：${of.every?then("全部数字", of.figures?join("、"))}，${of.period}尚无发布值。<#t>
</#if>
</#macro>

<#macro leftOut edition>
未列入：${edition.leftOut?map(section -> section.title.zh)?join("、")}，${edition.figures.month.period}均无发布值。<#t>
</#macro>
