<#-- The quality of a release, for analysts: filled in with a QualityPage. No key of a row is in it. -->
<#import "status.ftl" as status>
<#import "english.ftl" as english>
<#assign troubles = ["O", "U", "P", "B", "Q", "M"]>
<#assign manifest = facts.manifest>
<#function named code>
  <#if facts.regions[code]??><#return facts.regions[code].name></#if>
  <#return "unknown to the roster">
</#function>
<#function place finding>
  <#return [finding.unit?has_content?then(finding.unit + " " + named(finding.unit), ""), finding.dataset, finding.period]
      ?filter(text -> text?has_content)?join(", ")>
</#function>
# Data quality of release ${manifest.release} 数据质量报告

Months: ${facts.periods?join(", ")}. Families: ${manifest.families?join(", ")}.

${english.counted(errors, "error", "errors")} and ${english.counted(warnings, "warning", "warnings")} in <#rt>
${english.counted(facts.ranking?size, "county", "counties")}. <#t>
An error leaves data out of the result, a warning does not.

For those who work on the data: it counts rows of single counties. Keys of the rows are in the <#rt>
restricted tables `finding` and `rejected_row` of the warehouse, and only there.<#lt>

## Values by status 数值状态

| status |  | values |
|---|---|---:|
<#list facts.byStatus as code, values>
| ${code} | ${status.meaning(code)} ${status.zh[code]!code} | ${values} |
</#list>

## Counties by problems 各县问题排名

<#list facts.ranking>
|  | code | county | errors | rows | warnings | rows | rules |
|---:|---|---|---:|---:|---:|---:|---|
<#items as county>
<#if county?counter <= 20>
| ${county?counter} | ${county.unit} | ${named(county.unit)} | ${county.errors} | ${county.rowsOfErrors} | <#rt>
${county.warnings} | ${county.rowsOfWarnings} | ${county.rules?join(", ")} |<#lt>
</#if>
</#items>
<#if facts.ranking?size gt 20>

And ${english.counted(facts.ranking?size - 20, "more county", "more counties")}.
</#if>
<#else>
No county has a finding.
</#list>

## Findings by rule 按规则汇总

<#list rules as rule>
### ${rule.name}

${english.counted(rule.findings?size, rule.severity, rule.severity + "s")}<#rt>
<#if rule.counties gt 0> in ${english.counted(rule.counties, "county", "counties")}</#if><#t>
<#if rule.rows gt 0>, ${english.counted(rule.rows, "row", "rows")}</#if>.<#lt>

<#list rule.findings[0..*10] as finding>
- <#if place(finding)?has_content>${place(finding)}: </#if>${finding.message}
</#list>
<#if rule.findings?size gt 10>
- … and ${rule.findings?size - 10} more in the table `finding`
</#if>
<#sep>

</#sep>
<#else>
Nothing was found.
</#list>

## Indicators most affected 受影响最大的指标

<#list affected>
| indicator |  | values |<#list troubles as code> ${code} |</#list>
|---|---|---:|<#list troubles as code>---:|</#list>
<#items as indicator>
| `${indicator.name?no_esc}` | ${indicator.title} | ${indicator.values} |<#rt>
<#list troubles as code> ${indicator.byStatus[code]!} |</#list><#lt>
</#items>

Values without breakdown at every published level, by status.
<#else>
Every value is normal.
</#list>

## What it was made of 数据来源

- engine: `${manifest.engine?no_esc}`
- definitions: `${manifest.definitions[0..*12]?no_esc}`
- delivery: `${manifest.delivery?no_esc}`
- built on: ${manifest.base?has_content?then(manifest.base, "nothing")}

| dataset | months | rows | fingerprints |
|---|---|---:|---|
<#list inputs as input>
| ${input.dataset} | ${input.months?first}<#if input.months?size gt 1> to ${input.months?last}, ${input.months?size}</#if> | <#rt>
${input.rows} | `${input.fingerprints?map(print -> print[0..*12])?join(" ")?no_esc}` |<#lt>
</#list>
