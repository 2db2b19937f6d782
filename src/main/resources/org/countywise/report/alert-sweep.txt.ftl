<#-- How many households a rule finds at shares of its threshold. -->
${period}  ${rule}: households found at a share of the threshold

<@table edges=">>" head=["% of threshold", "households"]
  rows=households?keys?map(percent -> [percent, households[percent]])/>
