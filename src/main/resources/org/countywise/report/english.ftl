<#-- English words that go with a number, and shares in percent. -->
<#function counted number one many><#return number + " " + (number == 1)?then(one, many)></#function>
<#function plural noun><#return noun?replace("y$", "ie", "r") + "s"></#function>
<#function percent part whole>
  <#if whole == 0><#return "–"></#if>
  <#return (100 * part / whole)?string["#,##0.00;; roundingMode=halfUp"]>
</#function>
