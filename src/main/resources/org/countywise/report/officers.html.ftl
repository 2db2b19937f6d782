<#-- The officers' list as one page of HTML, in English and Chinese; restricted. Filled in with an OfficersPage. -->
<#import "officers.ftl" as page>
<#macro t en zh><span lang="en">${en}</span> <span lang="zh">${zh}</span></#macro>
<#macro name of><#if of.nameZh?has_content>${of.nameZh}<#if of.nameEn?has_content> <span lang="en" class="dim">${of.nameEn}</span></#if><#elseif of.nameEn?has_content>${of.nameEn}<#else>${of.code}</#if></#macro>
<#macro head key en zh kind="text">
<th scope="col" data-is="${key}"><button type="button" class="sort" data-key="${key}" data-kind="${kind}"><@t en zh/><span class="arrow" aria-hidden="true"></span></button><span class="print"><@t en zh/></span></th></#macro>
<#macro choice id en zh>
<label for="${id}"><@t en zh/> <select id="${id}" data-filter="${id}"><option value="">· 全部 all ·</option><#nested></select></label></#macro>
<#function noun unit number><#return (number == "1")?then(unit?remove_ending("s"), unit)></#function>
<#assign pseudonymous = list.pseudonymous()>
<#assign signs = {"BELOW": "<", "NOT_ABOVE": "≤", "ABOVE": ">", "NOT_BELOW": "≥"}>
<#assign unitsZh = {"yuan": "元", "persons": "人", "reports": "条", "signs": "项", "percent": "%"}>
<#assign statuses = {
  "open": ["to verify", "待核查"], "confirmed": ["confirmed, waits for help", "已核实，待帮扶"],
  "dismissed": ["dismissed", "已排除"], "data_error": ["error in the data", "数据有误"], "assisted": ["assisted", "已帮扶"]}>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<link rel="icon" href="data:,">
<title>Restricted 内部资料 · Alerts 预警清单 ${list.period}<#if list.region?has_content> · ${region.name}</#if></title>
<style>
<@page.style/>
</style>
</head>
<body>
<p class="restricted"><strong><span lang="en-GB">Restricted</span> · <span lang="zh-CN">内部资料</span></strong>
<span lang="en-GB"><#if pseudonymous>Households under pseudonyms; place and circumstances may give one away.<#else>Names households.</#if> For the officers in charge only: do not forward, do not publish.</span>
<span lang="zh-CN"><#if pseudonymous>农户以代码列示，住地和情况仍可能暴露其身份。<#else>涉及农户信息，</#if>仅限经办人员使用，不得转发，不得公开。</span></p>
<header>
<h1><@t "Alerts to verify" "预警核查清单"/> <span class="period">${list.period}</span></h1>
<p class="about"><#if list.region?has_content><b><@name region/></b> <span class="code">${region.code}</span><#else><b><@t "All regions" "全部地区"/></b></#if>
· <@t "release ${release}" "发布批次 ${release}"/></p>
<nav class="tools">
<button type="button" id="language" lang="zh-CN">中文</button>
<button type="button" id="theme"><@t "Dark or light" "深色/浅色"/></button>
<button type="button" id="print"><@t "Print" "打印"/></button>
</nav>
</header>
<#if list.alerts?size == 0>
<main><p class="none"><@t "No alerts for this selection in ${list.period}: nobody has to be visited for it." "${list.period}在所选范围内没有预警，无需入户核查。"/></p></main>
<#else>
<main>
<section class="counts">
<h2><span lang="en">${list.alerts?size} <#if list.alerts?size == 1>alert<#else>alerts</#if> of ${households} <#if households == 1>household<#else>households</#if></span> <span lang="zh">共${list.alerts?size}条预警，涉及${households}户</span></h2>
<ul>
<#list counts as count>
<li><b>${count.alerts}</b> <@t count.title.en count.title.zh/></li>
</#list>
</ul>
</section>
<section class="filters">
<@choice "rule" "Rule" "规则"><#list counts as count><option value="${count.rule}">${count.title.zh} ${count.title.en} (${count.alerts})</option></#list></@choice>
<@choice "township" "Township" "乡镇"><#list townships as place><option value="${place.code}">${place.name} ${place.code}</option></#list></@choice>
<@choice "village" "Village" "行政村"><#list villages as place><option value="${place.code}" data-township="${places.above(place).code}">${place.name} ${place.code}</option></#list></@choice>
<p id="shown" role="status" data-all="${list.alerts?size?c}"></p>
</section>
<p class="how"><@t "Worst first: by distance to the threshold. Visit the household, tick one outcome, write the day and who verified it, and give the answers back in the table that --verification writes." "按与阈值的差距由大到小排列。请入户核查，勾选一项结果，填写日期和核查人，再将结果录入由 --verification 生成的表格上报：属实填 confirmed，不属实填 dismissed，数据有误填 data_error；村、乡、县分别填 village、township、county。"/></p>
<table id="alerts">
<caption class="aside"><@t "Alerts, the worst first. The buttons in the head sort them." "预警清单，由重到轻排列；点击表头可排序。"/></caption>
<thead>
<tr>
<th scope="col" class="number">#</th>
<@head "household" "Household" "户号" "number"/>
<@head "place" "Village" "行政村"/>
<@head "rule" "Rule" "规则"/>
<th scope="col" class="reason"><@t "Why" "预警原因"/></th>
<@head "farness" "Observed and threshold" "监测值与阈值" "number"/>
<@head "since" "Since" "起始月"/>
<@head "months" "Months open" "未核查月数" "number"/>
<@head "status" "State" "状态"/>
<th scope="col" class="hand"><@t "Answer" "核查结果"/></th>
</tr>
</thead>
<tbody>
<#list lines as line>
<#assign status = statuses[line.text("status")]![line.text("status"), line.text("status")] unit = line.text("unit")>
<tr data-rule="${line.text("rule")}" data-township="${line.township.code}" data-village="${line.village.code}">
<td class="number" data-is="number">${line?counter}</td>
<td data-is="household" data-sort="${line.text("household_id")}"><b class="<#if pseudonymous>long</#if>">${line.text("household_id")}</b></td>
<td data-is="place" data-sort="${line.village.code}"><@name line.village/><br><span class="dim"><#if line.township.code != line.village.code><@name line.township/> · </#if>${line.village.code}</span></td>
<td data-is="rule" data-sort="${line.text("rule")}"><@t line.rule.en line.rule.zh/></td>
<td data-is="reason" class="reason"><span lang="en">${line.text("explanation_en")}</span> <span lang="zh">${line.text("explanation_zh")}</span></td>
<td data-is="numbers" data-sort="${(line.farness?c)!"1e99"}"><b>${line.number("observed")}</b> <#if line.raised??>${signs[line.raised.name()]}<#else>/</#if> ${line.number("threshold")} <@t noun(unit, line.number("threshold")) unitsZh[unit]!unit/><br><span class="dim"><#if line.farness??><@t "${line.distance} away" "差距${line.distance}"/><#else><@t "threshold zero" "阈值为零"/></#if></span></td>
<td data-is="since" data-sort="${line.text("first_period")}">${line.text("first_period")}</td>
<td data-is="months" data-sort="${line.months?c}"><span lang="en">${line.months} <#if line.months == 1>month<#else>months</#if></span> <span lang="zh">${line.months}个月</span></td>
<td data-is="status" data-sort="${line.text("status")}"><@t status[0] status[1]/></td>
<td data-is="hand" class="hand"><#if line.open><div class="boxes"><span class="box"></span><@t "confirmed" "属实"/> <span class="box"></span><@t "dismissed" "不属实"/> <span class="box"></span><@t "data_error" "数据有误"/></div>
<div class="boxes"><@t "level" "层级"/> <span class="box"></span><@t "village" "村"/> <span class="box"></span><@t "township" "乡"/> <span class="box"></span><@t "county" "县"/></div>
<div class="write"><span><@t "day" "日期"/></span><i></i><span><@t "by" "核查人"/></span><i class="wide"></i></div><#else><@t status[0] status[1]/></#if></td>
</tr>
</#list>
</tbody>
</table>
</main>
</#if>
<script>
<@page.script/>
</script>
</body>
</html>
