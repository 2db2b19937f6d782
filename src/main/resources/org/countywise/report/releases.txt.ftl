<#-- The releases of a warehouse, on a terminal: filled in with what ReleasesCommand lists. -->
<#function total counts>
  <#local sum = 0>
  <#list counts?values as count><#local sum += count></#list>
  <#return sum>
</#function>
<#function several names>
  <#return (names?size gt 2)?then(names?size + " families", names?join(", "))>
</#function>
<#function span periods>
  <#return (periods?size gt 1)?then(periods?first + ".." + periods?last, periods?join(""))>
</#function>
<#if adopted??>
The warehouse is whole at ${adopted.folder}.
<#if adopted.torn?has_content>
${adopted.torn?join(", ")} <#rt>
<#if adopted.torn?size == 1>
was not wholly there and is taken back; run its months again to publish them.<#lt>
<#else>
were not wholly there and are taken back; run their months again to publish them.<#lt>
</#if>
</#if>
</#if>
<@table edges="<<<<>><<"
  head=["release", "published", "periods", "families", "rows", "findings", "definitions", "content"]
  rows=releases?map(of -> [of.release, of.published???then((of.published!)[0..*16]?replace("T", " ") + "Z", "expired"),
    span(of.periods), several(of.families), total(of.rows), total(of.findings),
    of.definitions[0..*12], of.content[0..*12]])/>
<#list releases?filter(of -> of.withdrawn?has_content) as of>
${of.release} withdrew ${of.withdrawn?join(", ")}
</#list>
