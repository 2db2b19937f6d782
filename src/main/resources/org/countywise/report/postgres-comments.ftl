<#-- What stands beside tables, views and columns in a database, in English and Chinese. An export knows what it made by the first word. -->
<#assign tables = {
  "indicator_value": "published values, a row for each indicator, region, period and breakdown 已公布指标值",
  "dim_indicator": "the indicators, with titles, units and formulas 指标",
  "dim_region": "the regions, as they are in the last period 地区",
  "dim_period": "the months 时期"
}>
<#assign columns = {
  "indicator": "id of the indicator 指标代码",
  "region_code": "code of the region; group:NAME is a group of counties 地区代码",
  "region_level": "nation, province, prefecture, county or group 地区级别",
  "period": "month, YYYY-MM 月份",
  "breakdown": "empty for the total, else name=value; one dimension at a time 分组，空为合计",
  "value": "the numerator, or numerator by denominator times the factor; null where it is unknown or suppressed 指标值",
  "numerator": "exact numerator 分子",
  "denominator": "exact denominator; null for plain counts 分母",
  "status": "A normal, P provisional, O not delivered, M cannot exist, Q suppressed, U low reliability, B break in the territory; A正常，P暂定，O未报送，M无法计算，Q已隐去，U可靠性低，B区划有变更",
  "release": "id of the release that published the row 发布批次",
  "title_en": "title in English 英文名称",
  "title_zh": "title in Chinese 中文名称",
  "unit": "unit of the value 计量单位",
  "formula": "formula in words 公式（英文）",
  "formula_zh": "formula in Chinese 公式（中文）",
  "numerator_zh": "numerator in words 分子（中文）",
  "denominator_zh": "denominator in words 分母（中文）",
  "additivity": "whether values of regions add up 可加性",
  "job_file": "file of definitions that has the indicator 定义文件",
  "name_zh": "name in Chinese 中文名",
  "name_en": "name in English 英文名",
  "parent_code": "code of the region above 上级地区代码",
  "year": "year 年",
  "month": "month of the year, 1 to 12 月",
  "first_day": "first day of the month 月初日",
  "last_day": "last day of the month 月末日"
}>
<#macro table of>Countywise: ${tables[of.table]!of.table}; release ${of.release}</#macro>
<#macro view of>Countywise: the indicators of ${of.family}.yaml side by side, without breakdowns 各指标并列（不含分组）</#macro>
<#macro column name>${columns[name]!name}</#macro>
<#macro indicator of>${of.titleEn} ${of.titleZh}<#if of.unit?has_content> (${of.unit})</#if></#macro>
<#macro status_of of>status of ${of.id}: ${columns.status}</#macro>
