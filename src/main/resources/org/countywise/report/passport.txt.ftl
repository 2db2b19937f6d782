<#-- Where one published number comes from, on a terminal: filled in with a Passport. -->
<#import "status.ftl" as status>
<#assign unit = dimension.unit sign = (unit == "percent")?then("%", unit)>
<#function named code>
  <#if regions[code]??><#return code + " " + regions[code].name></#if>
  <#return code>
</#function>
<#function product funnel>
  <#if funnel.times?? && funnel.times != 1><#return (funnel.number!"–") + " × " + funnel.times></#if>
  <#return funnel.number!"–">
</#function>
${cell.indicator}  ${dimension.title_en!}  ${dimension.title_zh!}
${named(cell.region)}, ${cell.period}<#if cell.breakdown?has_content>, ${cell.breakdown}</#if>: ${shown(cell)} ${sign}
status ${cell.status}  ${status.meaning(cell.status)}

<@paragraph width=110>
${dimension.formula}
</@paragraph>
  numerator    ${cell.numerator!"–"}
<#if dimension.denominator??>
  denominator  ${cell.denominator!"–"}
</#if>

Release ${made.release} by engine ${made.engine}, definitions ${made.definitions[0..*12]}, from ${made.delivery}
<#if revision?has_content>
First published in ${revision?first}, last revised in ${revision?last}.
</#if>
<#list earlier as old>
Before, in ${old.release}: ${shown(old)} ${sign}, status ${old.status}
</#list>

<#if rows??>
<#list ["numerator", "denominator"] as side>
<#list rows.funnels?filter(funnel -> funnel.side == side)>
Rows of the ${side}
<#items as funnel>
  ${funnel.measure} of ${funnel.dataset} ${funnel.month}
<@table indent="    " edges="><" rows=[[funnel.read, "rows of the region were read"]]
  + funnel.lost?map(lost -> ["− " + lost.rows, lost.why])
  + [["= " + funnel.counted, "counted; they come to " + product(funnel)]]/>
</#items>
<#if !together(side)??>
  computed from what is above: ${rows[side]!"–"}
<#elseif !rows[side]??>
  together ${together(side)}; nothing is published
<#elseif addsUp(side)>
  together ${rows[side]}, as computed
<#else>
  together ${together(side)}; computed is ${rows[side]}: a published total stands in for parts that are hidden or rejected
</#if>

</#list>
</#list>
<#list rows.made>
<#items as made>
${made}
</#items>

</#list>
<@table edges="<<><" head=["input", "period", "rows", "fingerprint"]
  rows=inputs?map(input -> [input.dataset, input.period, input.rows, input.fingerprint[0..*12]])/>

<#if rows.children?has_content>
<@table edges="<>><" head=["region below", "numerator", "denominator", "status"]
  rows=rows.children?map(child -> [named(child.region), child.numerator!"–", child.denominator!"–", child.status])/>
</#if>
<#elseif mayBeFollowed>
<@paragraph width=110>
Its rows are not followed: ${why}.
</@paragraph>
<#else>
Its rows are not followed, since it is suppressed; --restricted follows them.
</#if>
