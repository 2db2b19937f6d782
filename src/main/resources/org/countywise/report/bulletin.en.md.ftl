<#-- The English bulletin as Markdown: filled in with an Edition. -->
# ${heading}

Release ${figures.month.release}.
<#list sections as section>

## ${section.title.en}

<#list section.sentences as said>
${sentence(said)}

</#list>
| indicator | | value | base | status |
|---|---|---:|---|---|
<#list rows(section) as row>
| `${row.id?no_esc}` | ${figures.title(row.id?keep_before("[")).en} | ${row.value} | ${row.base} | ${row.status} |
</#list>
</#list>
<#list notes>

## Notes

<#items as note>
- ${note}
</#items>
</#list>

