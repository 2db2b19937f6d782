<#-- A new family of indicators, with an example that holds: filled in with a FamilyTemplate. -->
<#if schema>
# yaml-language-server: $schema=schema/family.schema.json
</#if>
# A family of indicators: this file says what is counted, and what must come out of a few rows. Change it line by line, and
# let 'countywise check --watch' tell after every save whether it still holds. Every key is explained in jobs/guide/keys.md.
family: ${family}
title: {en: ${title}, zh: ${family}}

# Which rows count. A dataset is a view of all of its rows; a view of your own keeps some of them:
# views:
#   some: {from: ${dataset}, where: …}

# Numbers that add up over regions: counts of rows, or sums of a column. A share does not add up, so it is no measure.
measures:
  ${measure}:
    view: ${dataset}
    count: rows
    # Only some rows, by an SQL condition over the columns of datasets/${dataset}.yaml:
    # where: …
    unit: ${unit}

# What is published: arithmetic over measures, of this family or of others, for every region and period. For a share, add
# 'denominator:' with another measure, 'unit: percent' and 'factor: '100''.
indicators:
  ${measure}:
    title: {en: ${title}, zh: ${family}}
    unit: ${unit}
    numerator: ${measure}

# What must come out of a few rows, proven by 'countywise check'. Columns left out are harmless, ids and codes are given.
examples:
  - title: Rows count in their ${level}, and in the regions above it
    period: 2020-07
    given:
      ${dataset}:
<#list rows as row>
        - {${row}}
</#list>
    expect:
      - {indicator: ${measure}, region: '${unitCode}', value: 2}
      - {indicator: ${measure}, region: ${top}, value: 3}
