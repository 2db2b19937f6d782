<#ftl output_format="Markdown with marks">
<#-- Every dataset, measure, indicator, rule and type of findings, in English: filled in with a Catalogue. -->
<#import "definitions.ftl" as written>
# Catalogue

Generated from the definitions by `countywise catalogue`; change these, not this page.

<#list definitions.families?values>
| family | title | indicators |
| --- | --- | --- |
<#items as family>
| [${family.family}](#${family.family}) | ${family.title.en} | ${family.indicators?size} |
</#items>

</#list>
<#list definitions.datasets?values>
| dataset | title |
| --- | --- |
<#items as dataset>
| [${dataset.dataset}](#dataset-${dataset.dataset}) | ${dataset.title.en} |
</#items>

</#list>
## Indicators, measures and rules

<#list definitions.families?values as family>
### ${family.family}

${family.title.en}

<#list family.indicators>
| indicator | title | unit | numerator | denominator | breakdowns |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.en} | ${of.unit}<#if of.factor??> (×${of.factor})</#if> | <#rt>
<#if of.statistic??>
  ${written.word(of.statistic.kind)} of ${written.code(of.statistic.of)} weighted by ${written.code(of.statistic.weight!"1")} <#t>
  over ${written.code(of.statistic.view)}<#t>
<#else>
  ${written.sum(of.numerator, of.overTime)}<#t>
</#if>
 | ${written.sum(of.denominator!, of.overTime)} | ${of.breakdown?join(", ")}<#if of.denominatorTotal!false> (of the whole)</#if> |
</#items>

</#list>
<#list family.views>
| view | rows of | joins | condition |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${written.code(of.from)} | ${written.joins(of)} | ${written.code(of.where!)} |
</#items>

</#list>
<#list family.measures>
| measure | of | what | condition | unit |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | <#if of.view??>${written.code(of.view)}<#else>every ${of.at}</#if> | <#rt>
<#if of.value??>${written.code(of.value)}<#t>
<#elseif of.sum??>sum of ${written.code(of.sum)}<#t>
<#elseif of.distinct??>different ${written.code(of.distinct)}<#t>
<#else>number of rows<#t>
</#if>
 | ${written.code(of.where!)} | ${of.unit} |
</#items>

</#list>
<#list (family.watch.rules)!{}>
| early warning | title | looks at | raised when | unit | an officer reads |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.en} | ${written.code(of.where!)} | <#rt>
${written.code(of.observed)} ${written.words(of.raised)} ${written.code(of.threshold)} | ${of.unit} | ${of.sentence.en} |<#lt>
</#items>

</#list>
<#list family.balances>
| rule | title | must be zero in every unit | within |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.en} | ${written.sum(of.zero, of.overTime)} | ${of.by!} |
</#items>

</#list>
<#if family.quality??>
<#list family.quality.shares>
| warning | found | looks at | strange rows | share of strange rows | what to do |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.en} | ${written.code(of.view)}<#if of.where??> ${written.code(of.where)}</#if> | ${written.code(of.strange)} | <#rt>
${written.words(of.raised)} ${of.limit}, of at least ${of.atLeast?c} rows<#t>
<#if of.deviations??>, by ${of.deviations} standard deviations</#if><#t>
 | ${of.remedy.en} |
</#items>

</#list>
<#list family.quality.jumps>
| warning | found | indicators | far from the median of its months | what to do |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.en} | ${of.indicators?map(indicator -> written.code(indicator))?join(", ")} | <#rt>
more than ${of.deviations} robust standard deviations and ${of.change} of it<#t>
<#if of.least??> and ${of.least}</#if>, of ${of.months?c} months, at least ${of.atLeast?c}<#t>
 | ${of.remedy.en} |
</#items>

</#list>
</#if>
</#list>
<#if definitions.benchmarks??>
## Benchmarks

What the report holds published values against; nothing is computed of it.

<#list definitions.benchmarks.criteria>
| indicator | has to be | in these regions instead |
| --- | --- | --- |
<#items as id, of>
| ${written.code(id)} | <#if of.notAbove??>not above ${of.notAbove}<#else>not below ${of.notBelow}</#if> % | <#rt>
<#list of.areas as area, limit>${limit} % in ${area} (${definitions.benchmarks.areas[area]?join(", ")})<#sep>; </#list> |<#lt>
</#items>

</#list>
<#list definitions.benchmarks.expectations>
| indicator | usual up to | high above |
| --- | --- | --- |
<#items as id, of>
| ${written.code(id)} | ${of.usual} % | ${of.high} % |
</#items>

</#list>
</#if>
## Datasets

<#list definitions.datasets?values as dataset>
<a id="dataset-${dataset.dataset}"></a>

### ${dataset.dataset}

${dataset.title.en}. <#rt>
<#switch dataset.kind?string>
  <#on "SNAPSHOT">The state on the period's last day<#t>
  <#on "EVENTS">What happened within the period<#t>
  <#on "REFERENCE">Reference data without periods<#t>
</#switch>
; ${dataset.grain}. Key: <#t>
<#if dataset.hasKey>${written.code(dataset.key?join(", "))}<#else>none, two rows alike are two</#if><#t>
. Files: <#if dataset.files??>${written.code(dataset.files)}<#else>none, a run makes it</#if><#lt>

<#list dataset.columns>
| column | type | role | unit | values and notes |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.type}<#if of.optional!false>?</#if> | ${written.word(of.role)} | ${of.unit!} | <#rt>
${of.values?join(", ")}<#if of.values?has_content && of.note?has_content>; </#if>${of.note!} |<#lt>
</#items>

</#list>
<#list dataset.computed>
| computed | expression |
| --- | --- |
<#items as name, sql>
| ${written.code(name)} | ${written.code(sql)} |
</#items>

</#list>
<#list dataset.references>
| points to | dataset | by | if it is not there |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.dataset} | ${written.code(of.on?join(", "))} | ${written.word(of.missing)} |
</#items>

</#list>
</#list>
## Findings

What the engine finds in data whatever the definitions are. A `warning` is something to know; with an `error` data are missing from the result; with a `blocker` nothing is published.

| finding | severity | meaning | what to do |
| --- | --- | --- | --- |
<#list findings as of>
| ${written.code(of.id)} | ${of.severities?map(severity -> written.code(severity))?join(", ")} | ${of.meaning} | ${of.remedy} |
</#list>
