<#-- What an edited family would change in one county, on a terminal: filled in with a Trial. -->
<#import "english.ftl" as english>
<#function side value status row>
  <#if !status?has_content><#return "no row"></#if>
  <#return (value?has_content)?then(shown(row, value), "–") + (status != "A")?then(" " + status, "")>
</#function>
<#function signed number><#return (number gt 0)?then("+", "") + number></#function>
<#function moves row>
  <#local texts = []>
  <#if row.hidden><#local texts += ["hidden"]></#if>
  <#if !row.statusBefore?has_content><#local texts += ["new"]></#if>
  <#if !row.statusAfter?has_content><#local texts += ["gone"]></#if>
  <#if row.numerator?? && row.numerator != 0><#local texts += ["numerator " + signed(row.numerator)]></#if>
  <#if row.denominator?? && row.denominator != 0><#local texts += ["denominator " + signed(row.denominator)]></#if>
  <#if row.statusBefore?has_content && row.statusAfter?has_content && row.statusBefore != row.statusAfter>
    <#local texts += ["status"]>
  </#if>
  <#return texts?join(", ")>
</#function>
Preview of ${head.family} in ${head.region.code} ${head.region.name()}, ${head.period}, against release ${head.release}. Nothing is published.

<#if rows?has_content>
<@table edges="<<>><" head=["indicator", "unit", "before", "after", "what moved"]
  rows=rows?map(row -> [
    row.indicator + row.breakdown?has_content?then("[" + row.breakdown + "]", ""), row.unit,
    side(row.before!"", row.statusBefore, row), side(row.after!"", row.statusAfter, row), moves(row)])/>

</#if>
<#if rows?has_content>${english.counted(rows?size, "value differs", "values differ")}<#else>Nothing differs</#if>; ${same} <#rt>
<#if same == 1>is<#else>are</#if> the same<#if hidden gt 0>, ${hidden} <#if hidden == 1>is<#else>are</#if> hidden before and after</#if>.<#lt>
<@paragraph>
This is one county by itself: small numbers of it are hidden, and what would tell them within the county, but not what other
counties would tell. A run decides what is published.
</@paragraph>
<#if hides>
<@paragraph>
Hidden: the number, the one it replaces, or the difference is that of too few people; --restricted shows it to those who may see it.
</@paragraph>
</#if>
<#if !head.sameFiles>
<@paragraph>
The release was made of other files than those in this delivery, so that part of what differs may come from the data.
</@paragraph>
</#if>
