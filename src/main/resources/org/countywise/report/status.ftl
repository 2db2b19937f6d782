<#-- What the status of a published value means: in a word or two, and in a sentence. -->
<#assign en = {
  "A": "normal",
  "P": "provisional",
  "O": "not delivered",
  "M": "cannot exist",
  "Q": "suppressed",
  "U": "low reliability",
  "B": "break in the territory"
}>
<#assign zh = {
  "A": "正常",
  "P": "暂定",
  "O": "未报送",
  "M": "无法计算",
  "Q": "已隐去",
  "U": "可靠性低",
  "B": "区划有变更"
}>
<#assign meanings = {
  "A": "normal",
  "P": "provisional: some expected counties have not delivered",
  "O": "not delivered: data it needs are missing",
  "M": "cannot exist: nothing to divide by, or nothing known",
  "Q": "suppressed: too small, or it would tell a number that is",
  "U": "low reliability: too many rows rejected",
  "B": "break: the region's territory changed"
}>
<#function meaning code><#return meanings[code]!"unknown to this version"></#function>
