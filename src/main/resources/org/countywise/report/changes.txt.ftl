<#-- Cells that differ between two releases, on a terminal: filled in with a ChangeList. -->
<#import "english.ftl" as english>
<#assign cells = changes.cells>
<#function place cell>
  <#if regions[cell.region]??><#return cell.region + " " + regions[cell.region].nameZh></#if>
  <#return cell.region>
</#function>
<#function side change of status>
  <#if !status?has_content><#return "no row"></#if>
  <#return of.value???then(number(change, of.value!0), "–") + (status != "A")?then(" " + status, "")>
</#function>
<#function causes change>
  <#local texts = []>
  <#list change.parts as cause, part>
    <#local texts += [(part gt 0)?then("+", "") + number(change, part) + " " + cause.words()]>
  </#list>
  <#return texts?join(", ")>
</#function>
${english.counted(cells?size, "cell differs", "cells differ")} between ${changes.older.name} and ${changes.newer.name}.
<#if changes.whyNot?has_content>
<@paragraph width=110>
Why is not known: ${changes.whyNot}.
</@paragraph>
</#if>
<#if cells?has_content>

<#assign byCause = changes.cellsByCause>
<#if byCause?has_content>
<@table edges="<>" head=["cause", "cells"] rows=byCause?keys?map(cause -> [cause, byCause[cause]])/>

</#if>
<@table edges="<<<>><" head=["indicator", "region", "period", "before", "after", "by cause"]
  rows=cells[0..*limit]?map(of -> [
    of.cell.indicator + of.cell.breakdown?has_content?then("[" + of.cell.breakdown + "]", ""),
    place(of.cell), of.cell.period, side(of, of.before, of.statusBefore), side(of, of.after, of.statusAfter), causes(of)])/>
<#if cells?size gt limit>
… and ${cells?size - limit} more; --limit shows them
</#if>
</#if>
