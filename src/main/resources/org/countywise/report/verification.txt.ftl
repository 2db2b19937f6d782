<#-- What a form has added to a delivery: filled in with a VerificationCommand.Done. -->
<#import "english.ftl" as english>
Added ${english.counted(added.answers, "answer", "answers")} of ${period}: ${added.file}
<#if unanswered gt 0>
Left out ${english.counted(unanswered, "row", "rows")} without an answer.
</#if>
<#if ignored?has_content>
Not read: ${(ignored?size == 1)?then("column", "columns")} ${ignored?join(", ")}.
</#if>
<#if added.totals?has_content>

<@table edges="<>>>" head=["county", "added", "announced before", "announced now"]
  rows=added.totals?map(total -> [total.unit, total.added, total.before!"none", total.after])/>

The control totals say so too: whoever keeps them elsewhere raises them there.
</#if>
Compute it: countywise run --delivery ${delivery} --warehouse FOLDER --period ${period}
