<#ftl output_format="Markdown with marks">
<#-- Every dataset, measure, indicator, rule and type of findings, in Chinese: filled in with a Catalogue. -->
<#import "definitions.ftl" as written>
# 指标与数据目录

本页由 `countywise catalogue` 根据定义文件生成；请修改定义文件，不要修改本页。

<#list definitions.families?values>
| 指标族 | 名称 | 指标数 |
| --- | --- | --- |
<#items as family>
| [${family.family}](#${family.family}) | ${family.title.zh} | ${family.indicators?size} |
</#items>

</#list>
<#list definitions.datasets?values>
| 数据集 | 名称 |
| --- | --- |
<#items as dataset>
| [${dataset.dataset}](#dataset-${dataset.dataset}) | ${dataset.title.zh} |
</#items>

</#list>
## 指标、度量与规则

<#list definitions.families?values as family>
### ${family.family}

${family.title.zh}

<#list family.indicators>
| 指标 | 名称 | 单位 | 分子 | 分母 | 分组 |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.zh} | ${of.unit}<#if of.factor??> (×${of.factor})</#if> | <#rt>
<#if of.statistic??>
  ${written.word(of.statistic.kind)}：${written.code(of.statistic.of)}，权数 ${written.code(of.statistic.weight!"1")}<#t>
  ，记录 ${written.code(of.statistic.view)}<#t>
<#else>
  ${written.sum(of.numerator, of.overTime)}<#t>
</#if>
 | ${written.sum(of.denominator!, of.overTime)} | ${of.breakdown?join(", ")}<#if of.denominatorTotal!false>（占总体）</#if> |
</#items>

</#list>
<#list family.views>
| 视图 | 数据行 | 关联汇总 | 条件 |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${written.code(of.from)} | ${written.joins(of)} | ${written.code(of.where!)} |
</#items>

</#list>
<#list family.measures>
| 度量 | 来源 | 计算 | 条件 | 单位 |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | <#if of.view??>${written.code(of.view)}<#else>每个 ${of.at}</#if> | <#rt>
<#if of.value??>${written.code(of.value)}<#t>
<#elseif of.sum??>求和 ${written.code(of.sum)}<#t>
<#elseif of.distinct??>去重计数 ${written.code(of.distinct)}<#t>
<#else>行数<#t>
</#if>
 | ${written.code(of.where!)} | ${of.unit} |
</#items>

</#list>
<#list (family.watch.rules)!{}>
| 预警规则 | 名称 | 适用条件 | 触发条件 | 单位 | 提示语 |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.zh} | ${written.code(of.where!)} | <#rt>
${written.code(of.observed)} ${written.words(of.raised)} ${written.code(of.threshold)} | ${of.unit} | ${of.sentence.zh} |<#lt>
</#items>

</#list>
<#list family.balances>
| 规则 | 名称 | 在每个报送单位应为零 | 分组 |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.zh} | ${written.sum(of.zero, of.overTime)} | ${of.by!} |
</#items>

</#list>
<#if family.quality??>
<#list family.quality.shares>
| 质量预警 | 发现 | 适用范围 | 异常数据行 | 异常行占比 | 处理建议 |
| --- | --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.zh} | ${written.code(of.view)}<#if of.where??> ${written.code(of.where)}</#if> | ${written.code(of.strange)} | <#rt>
${written.words(of.raised)} ${of.limit}，至少 ${of.atLeast?c} 行<#t>
<#if of.deviations??>，超出 ${of.deviations} 个标准差</#if><#t>
 | ${of.remedy.zh} |
</#items>

</#list>
<#list family.quality.jumps>
| 质量预警 | 发现 | 指标 | 与历史中位数的偏离 | 处理建议 |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.title.zh} | ${of.indicators?map(indicator -> written.code(indicator))?join(", ")} | <#rt>
超过 ${of.deviations} 个稳健标准差且超过 ${of.change} 倍中位数<#t>
<#if of.least??> 且超过 ${of.least}</#if>，历史 ${of.months?c} 个月，至少 ${of.atLeast?c}<#t>
 | ${of.remedy.zh} |
</#items>

</#list>
</#if>
</#list>
<#if definitions.benchmarks??>
## 参照标准

报告中用于对照已发布数值的标准；不参与任何计算。

<#list definitions.benchmarks.criteria>
| 指标 | 标准 | 部分地区的标准 |
| --- | --- | --- |
<#items as id, of>
| ${written.code(id)} | <#if of.notAbove??>不高于 ${of.notAbove}<#else>不低于 ${of.notBelow}</#if>% | <#rt>
<#list of.areas as area, limit>${area}（${definitions.benchmarks.areas[area]?join("、")}）：${limit}%<#sep>；</#list> |<#lt>
</#items>

</#list>
<#list definitions.benchmarks.expectations>
| 指标 | 通常不超过 | 偏高界限 |
| --- | --- | --- |
<#items as id, of>
| ${written.code(id)} | ${of.usual}% | ${of.high}% |
</#items>

</#list>
</#if>
## 数据集

<#list definitions.datasets?values as dataset>
<a id="dataset-${dataset.dataset}"></a>

### ${dataset.dataset}

${dataset.title.zh}。<#rt>
<#switch dataset.kind?string>
  <#on "SNAPSHOT">期末状态<#t>
  <#on "EVENTS">本期发生<#t>
  <#on "REFERENCE">基础资料，不分期<#t>
</#switch>
；${dataset.grain}。主键：<#t>
<#if dataset.hasKey>${written.code(dataset.key?join(", "))}<#else>无，相同的两行算两行</#if><#t>
。文件：<#if dataset.files??>${written.code(dataset.files)}<#else>无，由运行生成</#if><#lt>

<#list dataset.columns>
| 列 | 类型 | 用途 | 单位 | 取值与说明 |
| --- | --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.type}<#if of.optional!false>?</#if> | ${written.word(of.role)} | ${of.unit!} | <#rt>
${of.values?join(", ")}<#if of.values?has_content && of.note?has_content>; </#if>${of.note!} |<#lt>
</#items>

</#list>
<#list dataset.computed>
| 计算列 | 表达式 |
| --- | --- |
<#items as name, sql>
| ${written.code(name)} | ${written.code(sql)} |
</#items>

</#list>
<#list dataset.references>
| 指向 | 数据集 | 依据 | 找不到时 |
| --- | --- | --- | --- |
<#items as name, of>
| ${written.code(name)} | ${of.dataset} | ${written.code(of.on?join(", "))} | ${written.word(of.missing)} |
</#items>

</#list>
</#list>
## 核查问题

引擎对任何定义都会核查的问题。`warning` 供知悉；`error` 表示结果缺少数据；`blocker` 表示不予发布。

| 问题 | 级别 | 含义 | 处理建议 |
| --- | --- | --- | --- |
<#list findings as of>
| ${written.code(of.id)} | ${of.severities?map(severity -> written.code(severity))?join(", ")} | ${of.meaning} | ${of.remedy} |
</#list>
