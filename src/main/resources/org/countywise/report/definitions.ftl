<#-- Definitions as they stand in a table, in whatever language. -->
<#function code sql>
  <#return sql?has_content?then("`" + sql?trim?replace("\\s+", " ", "r") + "`", "")>
</#function>

<#function word choice><#return choice?lower_case></#function>

<#function words choice><#return choice?lower_case?replace("_", " ")></#function>

<#-- A sum with the measures of other months in it. -->
<#function sum of overTime>
  <#local text = of>
  <#list overTime as name, other>
    <#local text = text?replace("\\b" + name + "\\b", other.measure + "[" + word(other.take) + "]", "r")>
  </#list>
  <#return code(text)>
</#function>

<#function joins view>
  <#local texts = []>
  <#list view.join as name, join>
    <#local months = join.months???then(" [" + word(join.months!"") + "]", "")>
    <#local texts += [code(name) + " = " + code(join.from) + months]>
  </#list>
  <#return texts?join("; ")>
</#function>
