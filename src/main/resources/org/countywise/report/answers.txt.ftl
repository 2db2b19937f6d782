<#-- Answers on a terminal: a verdict, the statement, a sentence for each of its parts. Filled in with Answers. -->
<#import "english.ftl" as english>
<@paragraph>
${claims.title.en}  ${claims.title.zh}
</@paragraph>
<#list answers as answer>

${answer.rating.words()}: ${answer.id}
<@paragraph indent="  > ">
${answer.statement.text.en}
</@paragraph>
<@paragraph indent="  > ">
${answer.statement.text.zh}
</@paragraph>
<#list answer.parts as part>
<@paragraph indent="  ">
${sentence(answer, part)}
</@paragraph>
</#list>
</#list>

${english.counted(answers?size, "statement", "statements")} against release ${release}: <#rt>
<#list counts as verdict, number>${number} ${verdict}<#sep>, </#list><#lt>
