<#-- The bulletin on a terminal, each sentence in both languages: filled in with a BulletinText. -->
${en.heading}
${zh.heading}
<#list en.sections as section>

${section.title.en}  ${section.title.zh}
<#list section.sentences as said>
<@paragraph indent="  ">
${en.sentence(said)}
</@paragraph>
<@paragraph indent="  ">
${zh.sentence(said)}
</@paragraph>
</#list>

<@table indent="  " edges="<><<" head=["indicator", "value", "base", "status"]
  rows=rows(section)?map(row -> [row.id, row.value, row.base, row.status])/>
</#list>
<#list en.notes>

Notes  说明
<#items as note>
<@paragraph indent="  ">
${note}
</@paragraph>
<@paragraph indent="  ">
${zh.notes[note?index]}
</@paragraph>
</#items>
</#list>

<#if files?size == 1>
The bulletin is also in ${files?first}
<#else>
Bulletins of ${files?size} months are in ${files?first?keep_before_last("/")}
</#if>
