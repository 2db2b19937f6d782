<#-- The Chinese bulletin as Markdown: filled in with an Edition. -->
# ${heading}

发布版本：${figures.month.release}。
<#list sections as section>

## ${section.title.zh}

<#list section.sentences as said>
${sentence(said)}

</#list>
| 指标 | | 数值 | 基数 | 状态 |
|---|---|---:|---|---|
<#list rows(section) as row>
| `${row.id?no_esc}` | ${figures.title(row.id?keep_before("[")).zh} | ${row.value} | ${row.base} | ${row.status} |
</#list>
</#list>
<#list notes>

## 说明

<#items as note>
- ${note}
</#items>
</#list>

